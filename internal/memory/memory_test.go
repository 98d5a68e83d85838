package memory

import (
	"runtime"
	"sync"
	"testing"
)

func TestReleaseEmptiesPools(t *testing.T) {
	const size = 32 << 20
	var pool sync.Pool
	pool.Put(new([size]byte))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	Release()
	runtime.ReadMemStats(&after)
	if before.HeapAlloc-after.HeapAlloc < size/2 {
		t.Errorf("the heap had %d bytes and has %d, a pool held %d", before.HeapAlloc, after.HeapAlloc, size)
	}
	if idle := after.HeapIdle - after.HeapReleased; idle > size/2 {
		t.Errorf("%d bytes are free and not given back", idle)
	}
	runtime.KeepAlive(&pool)
}
