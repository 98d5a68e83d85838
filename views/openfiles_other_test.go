//go:build !linux

package views

import "testing"

func limitFiles(t *testing.T, _ int) {
	t.Helper()
	t.Skip("it is limited on Linux alone")
}
