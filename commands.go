package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"slices"
	"strings"

	"beltroad/data"
	"beltroad/internal/alert"
	"beltroad/internal/atomicfile"
	"beltroad/internal/lesson"
	"beltroad/internal/library"
	"beltroad/internal/memory"
	"beltroad/internal/search"
	"beltroad/internal/wording"
	"beltroad/views"
)

// openWindow is the app itself, until its user closes it.
func openWindow(a arguments) {
	debug.SetGCPercent(memory.Starting)
	w, err := views.New(views.Options{ID: app().ID, Version: app().Version, Dossier: a.dossier, Place: a.place, Lesson: a.lesson, Dump: a.dump, Frames: a.frames})
	if err == nil {
		err = w.Run()
	}
	if err != nil {
		alert.Show(w.Name(), err.Error())
		os.Exit(1)
	}
}

// openDossier reads the dossier that the command line names.
func (a arguments) openDossier(ctx context.Context, watch data.Watch) (*data.Dossier, error) {
	if a.dossier == "" {
		return data.OpenWith(ctx, data.Builtin(), watch)
	}
	d, err := library.Open(ctx, a.dossier, watch)
	return d, ofDossier(a.dossier, err)
}

// report checks a dossier, and prints a summary and what is doubtful. Every
// problem is an error.
func report(path string, out io.Writer) error {
	d, doubts, err := checked(path)
	if err != nil {
		return err
	}
	m := d.Metadata()
	var b strings.Builder
	fmt.Fprintln(&b, "valid:", m.Title, m.Version)
	for _, c := range d.Summary() {
		fmt.Fprintf(&b, "%7d %s\n", c.Records, c.Table)
	}
	if len(doubts) > 0 {
		fmt.Fprintf(&b, "doubtful:\n%v\n", doubts)
	}
	_, err = io.WriteString(out, b.String())
	return err
}

// checked is a dossier without a problem, its lessons too, and what is doubtful in it.
func checked(path string) (d *data.Dossier, doubts data.Problems, err error) {
	d, err = library.Open(context.Background(), path, data.Watch{})
	if err != nil {
		return nil, nil, ofDossier(path, err)
	}
	wrong, doubts := views.CheckLessons(d)
	if len(wrong) > 0 {
		return nil, nil, wrong
	}
	return d, slices.Concat(library.Doubts(path), data.Doubts(d), doubts), nil
}

// packed packs a dossier into a file, and says so. One with problems is not packed.
func packed(path, file string, out io.Writer) error {
	d, _, err := checked(path)
	if err != nil {
		return err
	}
	folder, in, err := library.FS(path)
	if err != nil {
		return err
	}
	defer in.Close() //nolint:errcheck // only read
	if err := library.Pack(context.Background(), folder, file, data.Watch{}); err != nil {
		return notMade(file, err)
	}
	m := d.Metadata()
	_, err = fmt.Fprintln(out, "packed:", m.Title, m.Version)
	return err
}

// firstFound is how many of what is found are printed.
const firstFound = 10

// near stands before the lines of what only comes near.
const near = "near\t"

// lookFor prints what is found first for a text, a line for each: kind, id,
// paragraph, title, in the one order that the palette groups by kind. Where nothing
// is found it prints what comes near, marked so. It tells whether anything is found.
func lookFor(a arguments, out io.Writer) (bool, error) {
	ctx := context.Background()
	d, err := a.openDossier(ctx, data.Watch{})
	if err != nil {
		return false, err
	}
	index, err := views.Index(ctx, d)
	if err != nil {
		return false, err
	}
	r, err := index.Find(ctx, a.find, firstFound)
	if err != nil {
		return false, err
	}
	if r.Total == 0 {
		return false, printHits(out, near, r.Near)
	}
	return true, printHits(out, "", r.First(firstFound))
}

// printHits prints hits, each behind a mark.
func printHits(out io.Writer, mark string, hits []search.Hit) error {
	for _, h := range hits {
		doc, paragraph := h.Document(), ""
		if doc.Paragraph > 0 {
			paragraph = wording.Cite(doc.Paragraph)
		}
		if _, err := fmt.Fprintf(out, "%s%s\t%s\t%s\t%s\n", mark, h.Kind, doc.ID, paragraph, doc.Title); err != nil {
			return err
		}
	}
	return nil
}

// Pictures of a large dossier leave much behind: during the tour more is collected, in
// percent of the heap, and what Go takes is bounded, in bytes. A dossier that needs more
// is drawn, too, more slowly.
const (
	tourGC     = 20
	tourMemory = 232 << 20
)

// drawTour draws every screen as the flags say.
func drawTour(a arguments) error {
	debug.SetGCPercent(tourGC)
	debug.SetMemoryLimit(tourMemory)
	d, err := a.openDossier(context.Background(), data.Watch{})
	if err != nil {
		return err
	}
	tell := func(file string) { fmt.Println(file) }
	if a.lesson == "" {
		return notMade(a.tour, views.Tour(d, app().ID, a.tour, a.look, tell))
	}
	const most = 64 << 20 // bytes, of which no lesson has as many
	b, err := atomicfile.Read(a.lesson, most)
	if err != nil {
		return notRead(a.lesson, err)
	}
	l, err := lesson.Parse(b)
	if err != nil {
		return fmt.Errorf("%s: %w", whole(a.lesson), err)
	}
	return notMade(a.tour, views.TourLesson(d, l, app().ID, a.tour, a.look, tell))
}

// speakOf prints what is spoken of a place.
func speakOf(a arguments, out io.Writer) error {
	d, err := a.openDossier(context.Background(), data.Watch{})
	if err != nil {
		return err
	}
	return views.Speak(d, app().ID, a.spoken, out)
}
