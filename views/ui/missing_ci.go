//go:build ci

package ui

// lacking is for the desktop's fonts, which are left out here.
func lacking(rune) bool { return false }
