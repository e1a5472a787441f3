# Sourced by the integrations: makes the arguments of a check of what the environment says.
#   COLLPORTERRE_PATHS      files or folders, one per line
#   COLLPORTERRE_PROFILE, COLLPORTERRE_FAIL_ON, COLLPORTERRE_BASELINE, COLLPORTERRE_CONFIG,
#   COLLPORTERRE_LANG       the options of those names; empty for none
#   COLLPORTERRE_JAR        a runnable jar of the command; empty for the launcher of this checkout

options=()
[ -z "${COLLPORTERRE_PROFILE:-}" ] || options+=("--profile=$COLLPORTERRE_PROFILE")
[ -z "${COLLPORTERRE_FAIL_ON:-}" ] || options+=("--fail-on=$COLLPORTERRE_FAIL_ON")
[ -z "${COLLPORTERRE_BASELINE:-}" ] || options+=("--baseline=$COLLPORTERRE_BASELINE")
[ -z "${COLLPORTERRE_CONFIG:-}" ] || options+=("--config=$COLLPORTERRE_CONFIG")
[ -z "${COLLPORTERRE_LANG:-}" ] || options+=("--lang=$COLLPORTERRE_LANG")

paths=()
while IFS= read -r path || [ -n "$path" ]; do
  case $path in
    '') ;;
    # A name must not be taken for an option.
    -*) paths+=("./$path") ;;
    *) paths+=("$path") ;;
  esac
done <<<"${COLLPORTERRE_PATHS:-.}"

collporterre() {
  if [ -n "${COLLPORTERRE_JAR:-}" ]; then
    "${JAVA_HOME:+$JAVA_HOME/bin/}java" -jar "$COLLPORTERRE_JAR" "$@"
  else
    "$home/bin/collporterre" "$@"
  fi
}
