package data_test

import (
	"context"
	"errors"
	"io/fs"
	"runtime"
	"testing"
	"testing/fstest"

	"beltroad/data"
	"beltroad/data/fixture"
)

func synthetic(tb testing.TB, n int) fstest.MapFS {
	tb.Helper()
	files, err := fixture.Synthetic(n)
	if err != nil {
		tb.Fatal(err)
	}
	return files
}

func TestOpenLarge(t *testing.T) {
	const projects = 3000
	d, err := data.Open(synthetic(t, projects))
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Projects()) != projects || len(d.Figures()) != 3*projects {
		t.Errorf("opened as %v", d.Summary())
	}
	for _, p := range d.Projects()[projects-3:] {
		if n := len(d.FiguresOfProject(p.ID)); n != 3 {
			t.Errorf("%s has %d figures", p.ID, n)
		}
	}
	if doubts := data.Doubts(d); len(doubts) != 0 {
		t.Errorf("doubts: %v", doubts[0])
	}
}

// A table may have as many bytes as the cap, and no dossier of 100,000 projects
// comes near it.
func TestLargeTablesAreUnderTheCap(t *testing.T) {
	const projects, most = 1000, 64 << 20
	for name, file := range synthetic(t, projects) {
		if per := len(file.Data) / projects; per*100_000 > most {
			t.Errorf("%s has %d bytes for each project", name, per)
		}
	}
}

func TestProgress(t *testing.T) {
	files := synthetic(t, 3000)
	var told []int64
	total := int64(0)
	if _, err := data.OpenWith(t.Context(), files, data.Watch{Read: func(done, all int64) {
		told = append(told, done)
		total = all
	}}); err != nil {
		t.Fatal(err)
	}
	size := int64(0)
	for name := range files {
		if name != "datapackage.json" {
			size += int64(len(files[name].Data))
		}
	}
	if total != size || told[len(told)-1] != size || len(told) < 15 {
		t.Errorf("told %d times, at last %d of %d; the tables have %d bytes", len(told), told[len(told)-1], total, size)
	}
	for i := 1; i < len(told); i++ {
		if told[i] < told[i-1] {
			t.Errorf("%d after %d", told[i], told[i-1])
		}
	}
}

// Opening ends soon after its context does: no table is read to its end.
func TestCancel(t *testing.T) {
	files := synthetic(t, 3000)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	calls := 0
	d, err := data.OpenWith(ctx, files, data.Watch{Read: func(_, _ int64) {
		if calls++; calls == 5 {
			cancel()
		}
	}})
	if d != nil || !errors.Is(err, context.Canceled) || calls != 5 {
		t.Errorf("opened as %v, %v after %d calls", d, err, calls)
	}
	if _, err := data.OpenWith(ctx, fstest.MapFS{}, data.Watch{}); !errors.Is(err, context.Canceled) {
		t.Errorf("an empty folder: %v", err)
	}
}

// BenchmarkOpenLarge says what a record costs: it must not cost more where there
// are more of them.
func BenchmarkOpenLarge(b *testing.B) {
	for name, projects := range map[string]int{"20985": 20_985, "100000": 100_000} {
		files := synthetic(b, projects)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			var d *data.Dossier
			for b.Loop() {
				d = opened(b, files)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(4*projects), "ns/record")
			files := files
			b.ReportMetric(float64(held(func() *data.Dossier { return opened(b, files) }))/float64(4*projects), "B-held/record")
			runtime.KeepAlive(d)
		})
	}
}

func opened(tb testing.TB, fsys fs.FS) *data.Dossier {
	tb.Helper()
	d, err := data.Open(fsys)
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

// held is the heap that a dossier keeps.
func held(open func() *data.Dossier) uint64 {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	d := open()
	runtime.GC()
	runtime.ReadMemStats(&after)
	runtime.KeepAlive(d)
	return after.HeapAlloc - before.HeapAlloc
}
