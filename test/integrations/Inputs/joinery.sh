#!/bin/sh
# Says with what it is called, writes what --format asks for, and finds one.
[ "$1" != --version ] || exec echo "joinery 0.0.0"
echo "called: $*"
for word; do
  case $word in
  sarif=*) echo '{}' >"${word#*=}" ;;
  gitlab=*) echo '[]' >"${word#*=}" ;;
  junit=*) echo '<testsuites/>' >"${word#*=}" ;;
  esac
done
exit 1
