@echo off
rem Starts the command collporterre. Needs Java, 17 or newer; in a checkout a JDK and Maven.
rem There it builds the command on first use; to build it again, delete collporterre-cli\target\dist.
rem   JAVA_HOME               the Java to use; else the java in PATH
rem   COLLPORTERRE_JAVA_OPTS  options for the JVM; they come after our own
setlocal
for %%I in ("%~dp0..") do set "ROOT=%%~fI"
set "LIB=%ROOT%\lib"
set "CP=%LIB%\collporterre.jar"

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo collporterre : Java est introuvable. Installez Java 17 ou plus recent. 1>&2
  exit /b 2
)

if exist "%CP%" goto start
set "LIB=%ROOT%\collporterre-cli\target\dist\lib"
set "CP=%LIB%\*"
set "LOG=%ROOT%\collporterre-cli\target\launcher-build.log"
if exist "%LIB%\collporterre-cli.jar" goto start
where mvn >nul 2>&1
if errorlevel 1 (
  echo collporterre : Maven ^(mvn^) est introuvable. 1>&2
  exit /b 2
)
echo collporterre : premiere utilisation, construction... ^(une minute environ^) 1>&2
if not exist "%ROOT%\collporterre-cli\target" mkdir "%ROOT%\collporterre-cli\target"
call mvn -q -B -f "%ROOT%\pom.xml" -pl collporterre-cli -am package -Dmaven.test.skip -Dspotless.check.skip -Denforcer.skip -Djacoco.skip >"%LOG%" 2>&1
if errorlevel 1 goto failed
if not exist "%LIB%\collporterre-cli.jar" goto failed

:start
"%JAVA%" -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -Djdk.console=java.base %COLLPORTERRE_JAVA_OPTS% -cp "%CP%" org.collporterre.cli.Main %*
exit /b %ERRORLEVEL%

:failed
type "%LOG%" 1>&2
echo collporterre : la construction a echoue ; le journal est dans %LOG% 1>&2
exit /b 2
