# The part of bin/collporterre that is for checkouts only; read by it. Needs a JDK and Maven.
# It builds the command on first use and when the sources have changed.
# shellcheck shell=sh disable=SC2034,SC2154 # root and said come from there, cache goes there

dist=$root/collporterre-cli/target/dist
lib=$dist/lib
cache=$dist/cds

is_built() {
  if [ ! -f "$lib/collporterre-cli.jar" ]; then
    return 1
  fi
  if [ ! -f "$dist/stamp" ]; then
    # Maven was called directly.
    touch -r "$lib/collporterre-cli.jar" "$dist/stamp" || return 1
  fi
  newer=$(find "$root/pom.xml" "$root"/collporterre-*/pom.xml "$root"/collporterre-*/src/main \
    -newer "$dist/stamp" 2>/dev/null)
  [ -z "$newer" ]
}

# One process at a time may build; the folder is the lock. Whoever dies leaves it behind, and the
# next one takes it away.
lock() {
  lock=$root/collporterre-cli/target/.launcher-lock
  mkdir -p "$root/collporterre-cli/target" ||
    fail "cannot write to $root/collporterre-cli/target"
  waited=0
  until mkdir "$lock" 2>/dev/null; do
    owner=$(cat "$lock/pid" 2>/dev/null)
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null && mkdir "$lock/taken" 2>/dev/null; then
      rm -rf "$lock"
      continue
    fi
    if [ "$waited" -eq 0 ]; then
      say "collporterre : une autre construction est en cours, attente…" \
        "collporterre: another build is under way, waiting…"
      printf '%s\n' "$said" >&2
    fi
    waited=$((waited + 1))
    if [ "$waited" -gt 900 ]; then
      say "une autre construction n'en finit pas ; supprimez $lock" \
        "another build does not end; remove $lock"
      fail "$said"
    fi
    sleep 1
  done
  trap 'rm -rf "$lock"' EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
  echo $$ >"$lock/pid"
}

unlock() {
  rm -rf "$lock"
  trap - EXIT HUP INT TERM
}

build() {
  mvn=$(command -v mvn) || mvn=${MAVEN_HOME:+$MAVEN_HOME/bin/mvn}
  if [ ! -x "$mvn" ]; then
    say "Maven (mvn) est introuvable ; il sert à construire la commande à la première utilisation." \
      "Maven (mvn) was not found; it builds the command on first use."
    fail "$said"
  fi
  require_version
  say "collporterre : première utilisation, construction… (une minute environ)" \
    "collporterre: first use, building… (about a minute)"
  if [ -d "$dist" ]; then
    say "collporterre : les sources ont changé, construction…" \
      "collporterre: the sources have changed, building…"
  fi
  printf '%s\n' "$said" >&2
  rm -rf "$dist"
  log=$root/collporterre-cli/target/launcher-build.log
  begun=$root/collporterre-cli/target/.launcher-begun
  : >"$begun"
  if ! "$mvn" -q -B -f "$root/pom.xml" -pl collporterre-cli -am package -Dmaven.test.skip \
    -Dspotless.check.skip -Denforcer.skip -Djacoco.skip >"$log" 2>&1 </dev/null ||
    [ ! -f "$lib/collporterre-cli.jar" ]; then
    tail -n 40 "$log" >&2
    say "la construction a échoué ; le journal complet est dans $log" \
      "the build failed; the whole log is in $log"
    fail "$said"
  fi
  # What changed while Maven worked counts as newer.
  mv "$begun" "$dist/stamp"
}

# Sets the class path: all jars, in an order that does not depend on the locale, because an archive
# of classes is bound to it.
class_path() {
  if ! is_built; then
    lock
    is_built || build
    unlock
  fi
  # shellcheck disable=SC3013 # every sh knows -nt
  if [ ! -f "$dist/jars" ] || [ "$lib/collporterre-cli.jar" -nt "$dist/jars" ]; then
    names=$(cd "$lib" && LC_ALL=C ls)
    if [ -w "$dist" ]; then
      printf '%s\n' "$names" >"$dist/jars.$$" && mv -f "$dist/jars.$$" "$dist/jars"
    fi
  else
    names=$(cat "$dist/jars")
  fi
  cp=
  while IFS= read -r jar; do
    cp=$cp${cp:+:}$lib/$jar
  done <<EOF
$names
EOF
}
