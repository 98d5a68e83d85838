# shellcheck shell=sh
# Steps and checks, for scripts that test: sourced by them.

passed=0 failed=0 skipped=0
broken=

# step NAME COMMAND... says what is done and how long it took. COMMAND is asked
# whether it went well, so what is in it has to be chained: set -e is off there.
step() {
	name=$1
	shift
	echo
	echo "== $name"
	began=$(date +%s)
	if "$@"; then result=ok; else result=FAILED; fi
	echo "-- $name: $result, $(($(date +%s) - began)) s"
	if [ $result = ok ]; then return; fi
	broken="$broken
   $name"
	return 1
}

# check is a step that counts as one test.
check() {
	if step "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
}

# skip NAME REASON says that a check cannot be made here.
skip() {
	echo
	echo "== $1: skipped, $2"
	skipped=$((skipped + 1))
}

# summary ends a test: it says what came out, and fails if anything did.
# script/test-packages adds up what the tests of the packages put into TALLY.
summary() {
	echo
	if [ "$broken" ]; then
		echo "Failed:$broken"
	fi
	if [ "${TALLY:-}" ]; then
		echo "$passed $failed $skipped" >>"$TALLY"
	fi
	line="$passed passed, $failed failed"
	if [ $skipped -gt 0 ]; then
		line="$line, $skipped skipped"
	fi
	echo "$line"
	[ $failed = 0 ]
}
