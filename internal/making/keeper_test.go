package making

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"beltroad/internal/kept"
)

// choose is a spreadsheet that is chosen in a program whose files are below dir.
func choose(dir string) *Work {
	w := &Work{Keep: func(path string) *Keeper { return NewKeeper(dir, path, func(error) {}) }}
	w.Choose("town.xlsx", filepath.Join(dir, "town.xlsx"), nil)
	return w
}

// end saves, as a program does that ends.
func end(t *testing.T, w *Work) {
	t.Helper()
	if err := w.keeping.by.Save(); err != nil {
		t.Fatal(err)
	}
	if w.keeping.by.Left() {
		t.Fatal("something is left to be saved")
	}
}

func TestCorrectionsAreThereAgain(t *testing.T) {
	moved := append([]string{"Roads|Bus stops|40|stops|1"}, plain...)
	for name, c := range map[string]struct {
		rows []string
		want string
		lost int
	}{
		"unchanged":             {plain, "over 12, over 299, about 40", 0},
		"a row was added":       {moved, "exact 40, over 12, over 299, about 40", 0},
		"a row was worded anew": {[]string{plain[0], "Houses|New flats|350|flats|2", plain[2]}, "over 12, exact 350, about 40", 1},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			w := choose(dir)
			f := read(t, w, town(plain...))
			w.Set(row(t, f, 1), map[string]string{Comparator: "over", Value: "299"}, "")
			f = read(t, w, nil)
			w.Set(row(t, f, 2), map[string]string{Comparator: "about", Value: "40"}, "")
			end(t, w)

			w = choose(dir)
			f = read(t, w, town(c.rows...))
			if got := said(f); got != c.want || w.Lost != c.lost || w.Kept() != 2 || w.Unread() != nil {
				t.Fatalf("%s; lost %d, kept %d, %v", got, w.Lost, w.Kept(), w.Unread())
			}
			end(t, w)
			w = choose(dir) // what waited for its row is there again with it
			if got := said(read(t, w, town(plain...))); got != "over 12, over 299, about 40" || w.Lost != 0 {
				t.Errorf("once more: %s, lost %d", got, w.Lost)
			}
			if _, ok := w.Undo(); !ok {
				t.Fatal("nothing can be undone")
			}
			if got := said(read(t, w, nil)); got != "over 12, over 299, -?fraction" {
				t.Errorf("undone: %s", got)
			}
			end(t, w)
			if got := said(read(t, choose(dir), town(plain...))); got != "over 12, over 299, -?fraction" {
				t.Errorf("undone and opened again: %s", got)
			}
		})
	}
}

func TestCorrectionsAreDropped(t *testing.T) {
	dir := t.TempDir()
	w := choose(dir)
	f := read(t, w, town(plain...))
	w.Set(row(t, f, 1), map[string]string{Value: "299"}, "")
	f = read(t, w, nil)
	w.Set(row(t, f, 1), map[string]string{Value: "298"}, "")
	end(t, w)
	w = choose(dir)
	read(t, w, town(plain...))
	w.Drop()
	const bare = "over 12, over 300?inclusive, -?fraction"
	if got := said(read(t, w, nil)); got != bare || w.Kept() != 0 {
		t.Errorf("dropped: %s, kept %d", got, w.Kept())
	}
	end(t, w)
	if got := said(read(t, choose(dir), town(plain...))); got != bare {
		t.Errorf("opened again: %s", got)
	}
	w.Undo()
	if got := said(read(t, w, nil)); !strings.Contains(got, "298") {
		t.Errorf("undone: %s", got)
	}
}

// Two windows that correct the same spreadsheet keep what both have corrected.
func TestTwoCorrect(t *testing.T) {
	dir := t.TempDir()
	one, other := choose(dir), choose(dir)
	f, g := read(t, one, town(plain...)), read(t, other, town(plain...))
	one.Set(row(t, f, 1), map[string]string{Value: "299"}, "")
	other.Set(row(t, g, 2), map[string]string{Value: "40", Comparator: "about"}, "")
	end(t, one)
	end(t, other)
	one.Undo()
	end(t, one)
	if got := said(read(t, choose(dir), town(plain...))); got != "over 12, over 300?inclusive, about 40" {
		t.Error(got)
	}
}

// Corrections are those of one path, and of none where nothing is kept.
func TestCorrectionsOfAnother(t *testing.T) {
	dir := t.TempDir()
	w := choose(dir)
	f := read(t, w, town(plain...))
	w.Set(row(t, f, 1), map[string]string{Value: "299"}, "")
	end(t, w)
	w.Choose("other.xlsx", filepath.Join(dir, "other.xlsx"), nil)
	if read(t, w, town(plain...)); w.Kept() != 0 {
		t.Errorf("%d are kept of another", w.Kept())
	}
	w.Choose("town.xlsx", "", nil)
	f = read(t, w, town(plain...))
	if w.Set(row(t, f, 1), map[string]string{Value: "299"}, ""); w.Kept() != 0 {
		t.Errorf("%d are kept of no file", w.Kept())
	}
}

func TestUnreadCorrections(t *testing.T) {
	const whole = `{"format": "beltroad.corrections", "version": 1, "path": "p", "cells": []}`
	for name, c := range map[string]struct {
		text    string
		damaged bool
	}{
		"cut":    {whole[:30], true},
		"other":  {strings.Replace(whole, "corrections", "notes", 1), true},
		"column": {strings.Replace(whole, "[]", `[{"sheet": "figures", "row": 2, "column": "id", "value": "x"}]`, 1), true},
		"row":    {strings.Replace(whole, "[]", `[{"sheet": "figures", "column": "value", "value": "x"}]`, 1), true},
		"newer":  {strings.Replace(whole, `"version": 1`, `"version": 2`, 1), false},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			w := choose(dir)
			path := w.keeping.by.file.Path
			if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(strings.Replace(c.text, `"p"`, strconv.Quote(w.keeping.by.path), 1)), 0o600); err != nil {
				t.Fatal(err)
			}
			f := read(t, w, town(plain...))
			_, damaged := errors.AsType[*kept.Damaged](w.Unread())
			if w.Unread() == nil || damaged != c.damaged {
				t.Errorf("told is %v", w.Unread())
			}
			w.Set(row(t, f, 1), map[string]string{Value: "299"}, "")
			err := w.keeping.by.Save()
			b, _ := os.ReadFile(path) // #nosec G304 -- made by the test
			if c.damaged && (err != nil || !strings.Contains(string(b), "299")) || !c.damaged && (err == nil || strings.Contains(string(b), "299")) {
				t.Errorf("saved: %v, %s", err, b)
			}
		})
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"format": "beltroad.corrections", "version": 1, "path": "p", "cells": [{"sheet": "figures", "row": 2, "label": "a", "written": "b", "column": "value", "value": "3"}]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		all, err := decode(b, "p")
		if err != nil {
			return
		}
		again, err := encode(all, "p")
		if err != nil {
			t.Fatal(err)
		}
		if back, err := decode(again, "p"); err != nil || len(back) != len(all) {
			t.Errorf("%d of %d, %v", len(back), len(all), err)
		}
		if n := len(all.steps()); n > len(all) {
			t.Errorf("%d steps of %d cells", n, len(all))
		}
	})
}
