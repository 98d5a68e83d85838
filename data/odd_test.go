package data

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io/fs"
	"maps"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// odd is a dossier that somebody's program, or somebody bad, made of the good
// one, and what has to become of it.
type odd struct {
	name string
	// change makes it, of the good files.
	change func(t testing.TB, files map[string]string)
	// meant makes what it means; nil: what the good files do.
	meant func(t testing.TB, files map[string]string)

	doubts []string // what Doubts begins to say; empty: nothing
	told   []string // what problems begin to say; empty: it is read
	mended bool     // all problems have a safe mend, and with these it is read
}

// oddities are all of them, by kind; those that are large have so many bytes.
func oddities(large int) map[string][]odd {
	return map[string][]odd{
		"form": oddForms(), "mended": oddMended(), "doubt": oddDoubts(), "refused": oddRefused(), "size": oddSizes(large), "encoding": oddEncodings(), "JSON": oddJSON(),
	}
}

// edited replaces the first old text of a file; it must be there.
func edited(file, old, replacement string) func(testing.TB, map[string]string) {
	return func(t testing.TB, files map[string]string) {
		t.Helper()
		if !strings.Contains(files[file], old) {
			t.Fatalf("%s has no %q", file, old)
		}
		files[file] = strings.Replace(files[file], old, replacement, 1)
	}
}

// put writes a cell; row 1 is the header.
func put(file string, row int, column, text string) func(testing.TB, map[string]string) {
	return func(t testing.TB, files map[string]string) {
		t.Helper()
		rows := cells(files[file])
		i := slices.Index(rows[0], column)
		if i < 0 {
			t.Fatalf("%s has no %s", file, column)
		}
		rows[row-1][i] = text
		files[file] = written(rows, ',')
	}
}

// all makes several changes.
func all(changes ...func(testing.TB, map[string]string)) func(testing.TB, map[string]string) {
	return func(t testing.TB, files map[string]string) {
		t.Helper()
		for _, change := range changes {
			change(t, files)
		}
	}
}

// tables changes all tables.
func tables(change func(string) string) func(testing.TB, map[string]string) {
	return func(_ testing.TB, files map[string]string) {
		for file, content := range files {
			if strings.HasSuffix(file, ".csv") {
				files[file] = change(content)
			}
		}
	}
}

// file changes one file.
func file(name string, change func(string) string) func(testing.TB, map[string]string) {
	return func(_ testing.TB, files map[string]string) { files[name] = change(files[name]) }
}

// semicolons separates the cells of all tables by semicolons, as spreadsheets do
// where a comma is the decimal point.
func semicolons() func(testing.TB, map[string]string) {
	return tables(func(s string) string { return delimited(s, ';') })
}

func (o *odd) files(t testing.TB) map[string]string {
	t.Helper()
	files := goodFiles()
	o.change(t, files)
	return files
}

// Whatever a dossier is, it is read, read with doubts, or refused as has been
// said, in bounded memory; and nothing is half opened.
func TestOddDossiers(t *testing.T) {
	const large = 8_000_000
	n := 0
	for kind, cases := range oddities(large) {
		n += len(cases)
		for _, o := range cases {
			t.Run(kind+"/"+o.name, func(t *testing.T) { o.check(t) })
		}
	}
	if n < 120 {
		t.Errorf("only %d", n)
	}
}

func (o *odd) check(t *testing.T) {
	t.Helper()
	const most = 200 << 20 // bytes taken in all, also those that are given back
	fsys := mapFS(o.files(t))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	d, err := Open(fsys)
	runtime.ReadMemStats(&after)
	if taken := after.TotalAlloc - before.TotalAlloc; taken > most {
		t.Errorf("%d MB taken", taken>>20)
	}
	if len(o.told) == 0 {
		o.checkRead(t, d, err)
		return
	}
	checkReport(t, d, err)
	var ps Problems
	errors.As(err, &ps)
	tells(t, ps, o.told)
	o.checkMended(t, fsys, ps)
}

// tells checks that problems begin to say what is wanted.
func tells(t *testing.T, ps Problems, wanted []string) {
	t.Helper()
	for _, want := range wanted {
		if !slices.ContainsFunc(ps, func(p Problem) bool { return strings.HasPrefix(p.String(), want) }) {
			t.Errorf("nothing says %s:\n%.2000v", want, ps)
		}
	}
}

// checkRead checks that a dossier means what it has to.
func (o *odd) checkRead(t *testing.T, d *Dossier, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("refused:\n%.2000v", err)
	}
	doubts := Doubts(d)
	tells(t, doubts, o.doubts)
	if len(o.doubts) == 0 && len(doubts) > 0 {
		t.Errorf("doubtful:\n%v", doubts)
	}
	if len(o.doubts) > 0 && o.meant == nil {
		return // which is not what the good files mean
	}
	clean := goodFiles()
	if o.meant != nil {
		o.meant(t, clean)
	}
	want := mustOpen(t, mapFS(clean))
	got := *d
	got.index, got.paths, got.moved, got.noticed = want.index, want.paths, want.moved, want.noticed // which rest on the rest
	if !reflect.DeepEqual(&got, want) {
		t.Errorf("got  %+v\nwant %+v", &got, want)
	}
}

// checkMended checks the safe mends: with them the dossier is read if nothing
// else is wrong, or else no cell that was mended is told again.
func (o *odd) checkMended(t *testing.T, fsys fs.FS, ps Problems) {
	t.Helper()
	safe := slices.DeleteFunc(slices.Clone(ps), func(p Problem) bool { return !p.Safe })
	if o.mended != (len(safe) == len(ps)) {
		t.Errorf("safe are %d of\n%.2000v", len(safe), ps)
	}
	mended, n, err := withMends(t.Context(), fsys, ps)
	if err != nil || n == 0 && len(safe) > 0 {
		t.Fatalf("%d mends of %d, %v", n, len(safe), err)
	}
	d, err := Open(mended)
	if o.mended {
		o.checkRead(t, d, err)
	}
	whole, _, err := Mended(t.Context(), fsys, Watch{})
	if err != nil {
		t.Fatal(err)
	}
	again, err := Open(whole)
	var last Problems
	if o.mended {
		o.checkRead(t, again, err)
		return
	} else if errors.As(err, &last); slices.ContainsFunc(last, func(p Problem) bool { return p.Safe }) {
		t.Errorf("not all is mended:\n%.2000v", last)
	}
	var left Problems
	errors.As(err, &left)
	for _, p := range safe {
		if slices.ContainsFunc(left, func(l Problem) bool {
			return l.File == p.File && l.Row == p.Row && l.Column == p.Column && l.Found == p.Found
		}) {
			t.Errorf("still there: %v", p)
		}
	}
}

// BenchmarkOdd says how long the slowest of them takes.
func BenchmarkOdd(b *testing.B) {
	const large = 60_000_000 // near the cap of a table
	slowest, name, n, most := time.Duration(0), "", 0, uint64(0)
	for b.Loop() {
		for kind, cases := range oddities(large) {
			for _, o := range cases {
				fsys := mapFS(o.files(b))
				runtime.GC()
				var before, after runtime.MemStats
				runtime.ReadMemStats(&before)
				start := time.Now()
				_, _ = Open(fsys) // what comes of it is tested above
				took := time.Since(start)
				runtime.ReadMemStats(&after)
				most = max(most, after.TotalAlloc-before.TotalAlloc)
				if took > slowest {
					slowest, name = took, kind+"/"+o.name
				}
				n++
			}
		}
	}
	b.ReportMetric(float64(slowest.Milliseconds()), "ms-slowest")
	b.ReportMetric(float64(most>>20), "MB-most")
	b.Logf("%d dossiers, the slowest is %s", n/b.N, name)
}

// withHabits are odd forms from what spreadsheets do to all tables.
func withHabits() []odd {
	var all []odd
	changes := habits()
	for _, name := range slices.Sorted(maps.Keys(changes)) {
		all = append(all, odd{name: name, change: tables(changes[name])})
	}
	return all
}

// manyLines writes a table as a spreadsheet does that has line breaks in cells.
func manyLines(rows [][]string) string {
	var b bytes.Buffer
	out := csv.NewWriter(&b)
	out.UseCRLF = true
	if err := out.WriteAll(rows); err != nil {
		panic(err)
	}
	return b.String()
}
