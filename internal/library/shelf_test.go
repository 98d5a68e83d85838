package library

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/internal/kept"
)

// own are the entries that do not come with the program.
func own(s *Shelf) []Entry { return s.Entries()[len(data.Builtins()):] }

// titles are the titles and versions of the user's own dossiers, in their order.
func titles(s *Shelf) string {
	var all []string
	for _, e := range own(s) {
		all = append(all, strings.TrimSpace(e.Title+" "+e.Version))
	}
	return strings.Join(all, ", ")
}

// reopened is what another start of the program finds.
func reopened(t *testing.T, dir string) *Shelf {
	t.Helper()
	s, err := OpenShelf(dir)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// A teacher's town. The file comes by mail: a double click, and it is copied. In
// spring a newer version comes: a double click, and the library shows that one, with
// the notes on it; the earlier one can be opened beside it. The old mail is clicked
// once more, and then the new one: nothing is there twice. It is removed by mistake,
// and brought back after the next start.
func TestATownThroughTheYear(t *testing.T) {
	dir := t.TempDir()
	s := reopened(t, dir)
	autumn, spring := town(t, "Our town", "1.0"), town(t, "Our town", "2.0")
	first := add(t, s, autumn, true)
	if err := s.Opened(first, nil); err != nil {
		t.Fatal(err)
	}
	second := add(t, s, spring, true)
	if second.ID != first.ID || second.NotesName() != first.NotesName() || second.Version != "2.0" || len(second.Earlier) != 1 || second.Earlier[0].Version != "1.0" || second.Opened.IsZero() {
		t.Fatalf("the newer version is %+v", second)
	}
	if d, err := Open(context.Background(), second.Earlier[0].Path, data.Watch{}); err != nil || d.Metadata().Version != "1.0" {
		t.Errorf("the earlier version: %v", err)
	}
	if e := add(t, s, autumn, true); e.Version != "1.0" || len(e.Earlier) != 1 || e.Earlier[0].Version != "2.0" {
		t.Errorf("the old one again is %+v", e)
	}
	e := add(t, s, spring, true)
	if e.Version != "2.0" || len(e.Earlier) != 1 || titles(s) != "Our town 2.0" {
		t.Errorf("the new one again is %+v", e)
	}
	if left, err := os.ReadDir(filepath.Join(dir, copies)); err != nil || len(left) != 2 {
		t.Errorf("the folder of copies has %v, %v", left, err)
	}
	if err := s.Remove(e.ID); err != nil || titles(s) != "" {
		t.Errorf("removed: %v, %s", err, titles(s))
	}
	s = reopened(t, dir)
	if err := s.Restore(e.ID); err != nil || titles(s) != "Our town 2.0" {
		t.Errorf("restored: %v, %s", err, titles(s))
	}
	for _, path := range own(s)[0].copies() {
		if _, err := Open(context.Background(), path, data.Watch{}); err != nil {
			t.Error(err)
		}
	}
}

// Two teachers call their dossiers the same. The second is not taken for the first:
// who opens it is asked. If it is another, each has notes of its own, and a newer
// version of it takes its place and not the other's.
func TestTwoTownsOfOneName(t *testing.T) {
	dir := t.TempDir()
	s := reopened(t, dir)
	north := add(t, s, town(t, "Northtown", "1.0"), true)
	south := town(t, "Southtown", "1.0")
	_, err := s.Add(context.Background(), south, true, data.Watch{})
	asked, ok := errors.AsType[*SameName](err)
	if !ok || asked.New.Title != "Southtown" || len(asked.Others) != 1 || asked.Others[0].ID != north.ID {
		t.Fatalf("got %v, want to be asked", err)
	}
	if left, err := os.ReadDir(filepath.Join(dir, copies)); err != nil || len(left) != 1 {
		t.Errorf("before the answer, the folder of copies has %v, %v", left, err)
	}
	another, err := s.AddAs(context.Background(), south, true, As{Another: true}, data.Watch{})
	if err != nil || another.ID == north.ID || another.NotesName() == north.NotesName() {
		t.Fatalf("another: %+v, %v", another, err)
	}
	newer := add(t, s, town(t, "Southtown", "2.0"), true)
	if newer.ID != another.ID || newer.NotesName() != another.NotesName() {
		t.Errorf("a newer version of the second is %+v", newer)
	}
	beside := add(t, s, town(t, "Southtown", "3.0"), false)
	if beside.ID == newer.ID || beside.NotesName() != newer.NotesName() {
		t.Errorf("read in place, it is %+v", beside)
	}
	renamed, err := s.AddAs(context.Background(), town(t, "Northtown and port", "2.0"), true, As{VersionOf: north.ID}, data.Watch{})
	if err != nil || renamed.ID != north.ID || renamed.Title != "Northtown and port" || len(renamed.Earlier) != 1 {
		t.Errorf("another title of the first: %+v, %v", renamed, err)
	}
	if got := titles(reopened(t, dir)); strings.Count(got, ",") != 2 {
		t.Errorf("the list has %s", got)
	}
}

// A developer's folder is read in place: its entry follows what is saved there, and
// removing it leaves the folder alone.
func TestAFolderInPlace(t *testing.T) {
	dir := t.TempDir()
	s := reopened(t, dir)
	folder := town(t, "Draft", "0.1")
	e := add(t, s, folder, false)
	if again := add(t, s, filepath.Join(folder, "."), false); again.ID != e.ID {
		t.Errorf("the same folder is there twice: %+v", again)
	}
	file := filepath.Join(folder, descriptor)
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(strings.Replace(string(b), `"0.1"`, `"0.2"`, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	d, err := s.Open(context.Background(), e, data.Watch{})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Opened(e, d); err != nil || titles(s) != "Draft 0.2" {
		t.Errorf("%v, %s", err, titles(s))
	}
	if err := s.Remove(e.ID); err != nil || titles(s) != "" {
		t.Error(err, titles(s))
	}
	if _, err := os.Stat(file); err != nil {
		t.Error(err)
	}
	if err := s.Restore(e.ID); err != nil || titles(s) != "Draft 0.2" {
		t.Error(err, titles(s))
	}
}

// A built-in dossier opened is known to have been, cannot be removed, and is first.
func TestBuiltins(t *testing.T) {
	dir := t.TempDir()
	s := reopened(t, dir)
	b := s.Entries()[0]
	d, err := s.Open(context.Background(), b, data.Watch{})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Opened(b, d); err != nil {
		t.Fatal(err)
	}
	if err := s.Remove(b.ID); !errors.Is(err, ErrBuiltin) {
		t.Error(err)
	}
	add(t, s, town(t, "Our town", "1"), true)
	now := reopened(t, dir).Entries()
	if now[0].ID != b.ID || now[0].Opened.IsZero() || len(now) != len(data.Builtins())+1 {
		t.Errorf("%+v", now)
	}
	for i, b := range data.Builtins() {
		d := datatest.Open(t, b.FS)
		want := Entry{ID: b.Name, Place: Builtin, Opened: now[i].Opened}.describe(d)
		if got := now[i]; got.Title != want.Title || got.Figures != want.Figures || got.Projects != want.Projects || got.Version != want.Version || got.Publisher != want.Publisher {
			t.Errorf("at a glance it is %+v, opened %+v", got, want)
		}
	}
}

// Where nothing can be written, the list holds until the program ends, and is saved
// with the next change that can be.
func TestUnwritable(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Log("as root, permissions do not bind: a file stands where the folder should")
	}
	dir := filepath.Join(t.TempDir(), "none")
	if err := os.WriteFile(dir, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := OpenShelf(dir)
	if err == nil {
		t.Error("that nothing can be kept is not told")
	}
	folder := town(t, "Our town", "1")
	e, err := s.Add(context.Background(), folder, false, data.Watch{})
	if _, ok := errors.AsType[*kept.Unsaved](err); !ok || e.Title != "Our town" || titles(s) != "Our town 1" {
		t.Errorf("%+v, %v", e, err)
	}
	if _, err := s.Add(context.Background(), folder, true, data.Watch{}); err == nil {
		t.Error("it is copied to nowhere")
	}
	if err := os.Remove(dir); err != nil {
		t.Fatal(err)
	}
	if err := s.Opened(e, nil); err != nil || titles(reopened(t, dir)) != "Our town 1" {
		t.Errorf("later: %v, %s", err, titles(reopened(t, dir)))
	}
	memory, err := OpenShelf("")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := memory.Add(context.Background(), folder, true, data.Watch{}); !errors.Is(err, ErrNowhere) {
		t.Error(err)
	}
}

// Two programs at one home: what both do is there in the end.
func TestTwoPrograms(t *testing.T) {
	dir := t.TempDir()
	const each = 8
	folders := make([]string, 2*each)
	for i := range folders {
		folders[i] = town(t, "Town", fmt.Sprint(i))
	}
	var all sync.WaitGroup
	for p := range 2 {
		s := reopened(t, dir)
		all.Go(func() {
			for i := range each {
				if _, err := s.Add(context.Background(), folders[p*each+i], false, data.Watch{}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	if n := len(own(reopened(t, dir))); n != 2*each {
		t.Errorf("%d of %d dossiers are there", n, 2*each)
	}
	a, b := reopened(t, dir), reopened(t, dir)
	told := 0
	b.Listen(func() { told++ })
	if err := a.Remove(own(a)[0].ID); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(b.Meet(), b.Meet()); err != nil || len(own(b)) != 2*each-1 || told != 1 {
		t.Errorf("%v, %d are left, told %d times", err, len(own(b)), told)
	}
}

// What was removed is deleted after thirty days, counted from then.
func TestForgets(t *testing.T) {
	dir := t.TempDir()
	s := reopened(t, dir)
	e := add(t, s, town(t, "Our town", "1"), true)
	old := time.Now().Add(-removedFor - time.Hour)
	if err := os.Chtimes(e.Path, old, old); err != nil {
		t.Fatal(err)
	}
	if err := s.Remove(e.ID); err != nil {
		t.Fatal(err)
	}
	s = reopened(t, dir)
	if err := s.Restore(e.ID); err != nil {
		t.Errorf("one that was made long ago and removed now: %v", err)
	}
	if err := s.Remove(e.ID); err != nil {
		t.Fatal(err)
	}
	if err := s.change(func(all []Entry) []Entry {
		all[0].Removed = old
		return all
	}); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(e.Path+".removed", old, old); err != nil {
		t.Fatal(err)
	}
	s = reopened(t, dir)
	left, err := os.ReadDir(filepath.Join(dir, copies))
	if err != nil || len(left) != 0 || !errors.Is(s.Restore(e.ID), ErrGone) {
		t.Errorf("%v, %v is left", err, left)
	}
}

// What was removed is listed, the last first, with its day, also by the next program; what
// was added again is not, nor what is beyond its thirty days.
func TestRemovedIsListed(t *testing.T) {
	dir := t.TempDir()
	s := reopened(t, dir)
	places, removed := []string{town(t, "Our town", "1"), town(t, "Our village", "1"), town(t, "Our port", "1")}, []Entry{}
	for i, place := range places {
		e, err := s.AddAs(context.Background(), place, i == 1, As{Another: i > 0}, data.Watch{})
		if err = errors.Join(err, s.Remove(e.ID)); err != nil {
			t.Fatal(err)
		}
		removed = append(removed, e)
	}
	days := []int{0, 2, 31}
	if err := s.change(func(all []Entry) []Entry {
		for i := range all {
			all[i].Removed = all[i].Removed.AddDate(0, 0, -days[i])
		}
		return all
	}); err != nil {
		t.Fatal(err)
	}
	for _, s := range []*Shelf{s, reopened(t, dir)} {
		if gone := s.Removed(); len(gone) != 2 || gone[0].Title != "Our town" || gone[1].Title != "Our village" {
			t.Fatalf("removed are %+v", gone)
		}
	}
	if e := s.Removed()[1]; e.Path != removed[1].Path || e.Kept().Sub(e.Removed) != removedFor {
		t.Errorf("it is %+v", e)
	}
	add(t, s, places[0], false)
	if err := s.Restore(removed[1].ID); err != nil || len(s.Removed()) != 0 {
		t.Errorf("%v, removed are %+v", err, s.Removed())
	}
}

// Nothing of what is called off or refused stays.
func TestNothingHalfAdded(t *testing.T) {
	dir := t.TempDir()
	s := reopened(t, dir)
	folder := town(t, "Our town", "1")
	ctx, cancel := context.WithCancel(context.Background())
	_, err := s.Add(ctx, folder, true, data.Watch{Read: func(done, total int64) {
		if done == total && total > 0 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("called off: %v", err)
	}
	_, err = s.Add(context.Background(), folder, true, data.Watch{Read: func(done, total int64) {
		if done == total && total > 0 {
			if err := os.WriteFile(filepath.Join(folder, "README"), []byte("saved meanwhile"), 0o600); err != nil {
				t.Error(err)
			}
		}
	}})
	if err == nil || !strings.Contains(err.Error(), "saved while they were read") {
		t.Errorf("saved meanwhile: %v", err)
	}
	if err := os.WriteFile(filepath.Join(folder, "figures.csv"), []byte("nothing"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Add(context.Background(), folder, true, data.Watch{}); err == nil {
		t.Error("a bad one is added")
	}
	if left, _ := os.ReadDir(filepath.Join(dir, copies)); len(left) > 0 || titles(s) != "" {
		t.Errorf("%v is left, and %s", left, titles(s))
	}
}

// What is opened is the fixture, so that the tests above say something.
func TestFixtureOpens(t *testing.T) { datatest.Open(t, fixture.Harbour()) }
