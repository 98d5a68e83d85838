//go:build !linux

package memory

func unmapClean() {}
