package notes

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"beltroad/internal/cell"
	"beltroad/internal/kept"
)

// ErrForm is the error of a file that has no notes in it that could be read.
var ErrForm = errors.New("this is no file of notes")

// Read reads notes that were exported as JSON, Markdown or CSV, and maybe edited
// since: texts may have changed, and notes may be gone. Skipped are those that
// cannot be read. The error is a [*Foreign] if they are on another dossier, a
// [*kept.Newer] if a later version of the program wrote them.
func Read(b []byte, dossier string) (all []Note, skipped int, err error) {
	if len(b) > mostFile {
		return nil, 0, ErrMany
	}
	if !utf8.Valid(b) {
		return nil, 0, ErrForm
	}
	b = bytes.TrimPrefix(b, []byte(byteOrderMark))
	switch text := string(b); {
	case bytes.HasPrefix(bytes.TrimSpace(b), []byte("{")):
		all, skipped, err = readJSON(b, dossier)
	case strings.Contains(text, markHead):
		all, skipped, err = readMarkdown(text, dossier)
	default:
		all, skipped, err = readCSV(text, dossier)
	}
	if err == nil && len(all) > MostNotes {
		err = ErrMany
	}
	if err != nil {
		return nil, 0, err
	}
	return all, skipped, nil
}

// gather keeps each note once, the first time.
type gather struct {
	dossier string
	all     []Note
	seen    map[string]bool
	skipped int
}

func (g *gather) add(n Note) {
	n.Text = Clean(n.Text)
	if n.check() != nil || g.seen[n.ID] {
		g.skipped++
		return
	}
	g.seen[n.ID] = true
	g.all = append(g.all, n)
}

// addMeta adds a note by what was written of it in one line, unless it is on
// another dossier.
func (g *gather) addMeta(line string, change func(*Note)) {
	var m meta
	if err := json.Unmarshal([]byte(line), &m); err != nil || m.Dossier != g.dossier {
		g.skipped++
		return
	}
	change(&m.Note)
	g.add(m.Note)
}

func readJSON(b []byte, dossier string) ([]Note, int, error) {
	of, err := decodeHead(b)
	newer, later := errors.AsType[*kept.Newer](err)
	switch {
	case later:
		return nil, 0, newer
	case err != nil:
		return nil, 0, ErrForm
	case of != dossier:
		return nil, 0, &Foreign{of}
	}
	var f struct {
		Notes []json.RawMessage `json:"notes"` // each by itself, so that a bad one does not matter to others
	}
	if json.Unmarshal(b, &f) != nil {
		return nil, 0, ErrForm
	}
	g := gather{dossier: dossier, seen: map[string]bool{}}
	for _, raw := range f.Notes {
		var n Note
		if json.Unmarshal(raw, &n) != nil {
			g.skipped++
			continue
		}
		g.add(n)
	}
	return g.all, g.skipped, nil
}

func readMarkdown(text, dossier string) ([]Note, int, error) {
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	marked := func(line, mark string) (string, bool) {
		rest, ok := strings.CutPrefix(line, mark)
		if !ok {
			return "", false
		}
		return strings.CutSuffix(rest, markTail)
	}
	g := gather{dossier: dossier, seen: map[string]bool{}}
	for i := 0; i < len(lines); i++ {
		if of, ok := marked(lines[i], markHead); ok {
			var name string
			if json.Unmarshal([]byte(of), &name) != nil {
				return nil, 0, ErrForm
			}
			if name != dossier {
				return nil, 0, &Foreign{name}
			}
		}
		m, ok := marked(lines[i], markNote)
		if !ok {
			continue
		}
		said, next := noteText(lines, i+1)
		if next == 0 {
			g.skipped++
			continue
		}
		i = next
		g.addMeta(m, func(n *Note) { n.Text = said })
	}
	return g.all, g.skipped, nil
}

// noteText is what stands between the marks of a note's text, and the line
// where it ends; 0 if that is missing.
func noteText(lines []string, from int) (said string, end int) {
	var text []string
	in := false
	for i := from; i < len(lines); i++ {
		switch line := lines[i]; {
		case strings.HasPrefix(line, markNote):
			return "", 0
		case !in:
			in = line == markText
		case line == markEnd:
			return strings.Join(text, "\n"), i
		default:
			text = append(text, unescapeMarks(line))
		}
	}
	return "", 0
}

func readCSV(text, dossier string) ([]Note, int, error) {
	r := csv.NewReader(strings.NewReader(text))
	if head, _, _ := strings.Cut(text, "\n"); strings.Count(head, ";") > strings.Count(head, ",") { // as some spreadsheets save it
		r.Comma = ';'
	}
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	head, err := r.Read()
	if err != nil {
		return nil, 0, ErrForm
	}
	said, about := slices.Index(head, "text"), slices.Index(head, "note")
	if said < 0 || about < 0 {
		return nil, 0, ErrForm
	}
	g := gather{dossier: dossier, seen: map[string]bool{}}
	foreign := ""
	for {
		row, err := r.Read()
		switch {
		case errors.Is(err, io.EOF):
			if len(g.all) == 0 && foreign != "" {
				return nil, 0, &Foreign{foreign}
			}
			return g.all, g.skipped, nil
		case err != nil:
			return nil, 0, fmt.Errorf("%w: %w", ErrForm, err)
		case len(row) <= max(said, about):
			g.skipped++
			continue
		}
		line := cell.Plain(row[about])
		var of meta
		if json.Unmarshal([]byte(line), &of) == nil && of.Dossier != dossier {
			foreign = of.Dossier
		}
		g.addMeta(line, func(n *Note) { n.Text = cell.Plain(row[said]) })
	}
}

// Import takes up notes: those that are not there, and those that are later than
// what is there, or were edited where they stood since. All of it is undone as one.
func (s *Store) Import(list []Note) (added, changed int, err error) {
	s.mu.Lock()
	added, changed, err = s.takeUp(list)
	s.mu.Unlock()
	s.hear.Tell()
	return added, changed, err
}

func (s *Store) takeUp(list []Note) (added, changed int, err error) {
	if s.closed != nil {
		return 0, 0, s.closed
	}
	var st step
	size, count := s.size, len(s.list())
	for _, n := range list {
		old, there := s.notes[n.ID]
		there = there && !old.Deleted
		if there && (n.sameAs(old) || n.Changed.Before(old.Changed)) {
			continue
		}
		if err := n.check(); err != nil {
			return 0, 0, err
		}
		before := old.orGone(n.ID)
		if n.Changed = stamp(n.Changed); !n.Changed.After(old.Changed) {
			n.Changed = old.Changed.Add(time.Millisecond)
		}
		st.before, st.after = append(st.before, before), append(st.after, n)
		size += n.size()
		if there {
			size -= old.size()
			changed++
		} else {
			count++
			added++
		}
	}
	if size > mostTotal || count > MostNotes {
		return 0, 0, ErrMany
	}
	for _, n := range st.after {
		s.set(n)
	}
	if len(st.after) > 0 {
		s.record(st, false)
		s.changed()
	}
	return added, changed, nil
}
