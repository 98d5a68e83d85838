package compare

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"beltroad/data"
	"beltroad/internal/lesson"
)

// whole is what a dossier says of itself.
type whole struct {
	data.Metadata
	presented string // id of the source that it presents
}

func about(d *data.Dossier) []whole {
	w := whole{Metadata: d.Metadata()}
	if all := d.Sources(); len(all) > 0 {
		w.presented = all[0].ID
	}
	return []whole{w}
}

func metadata() spec[whole] {
	none := func(*whole) string { return "" }
	return spec[whole]{
		id:    none,
		title: func(_ *data.Dossier, w *whole) string { return w.Title },
		cells: func(c *cells, w *whole) {
			c.text("title", w.Title)
			c.text("version", w.Version)
			c.text("description", w.Description)
			var licences, colours []string
			for _, l := range w.Licences {
				licences = append(licences, strings.TrimSpace(strings.Join([]string{l.Name, l.Title, l.Path}, " ")))
			}
			for _, p := range w.PillarColors {
				colours = append(colours, p.Light+" "+p.Dark)
			}
			c.texts("licenses", licences)
			c.refs("headline", Figures, w.Headline)
			c.text("language", w.Language)
			c.texts("pillarColors", colours)
			c.ref("presented", Sources, w.presented)
		},
		keys: []func(*cells, *whole){func(c *cells, w *whole) { c.text("id", "") }},
	}
}

func sections() spec[data.Section] {
	return spec[data.Section]{
		id:    func(s *data.Section) string { return s.ID },
		title: func(_ *data.Dossier, s *data.Section) string { return s.Title },
		cells: func(c *cells, s *data.Section) {
			c.text("id", s.ID)
			c.text("title", s.Title)
			c.text("role", string(s.Role))
			c.text("about", s.About)
			c.text("lead", s.Lead)
		},
		keys: []func(*cells, *data.Section){
			func(c *cells, s *data.Section) { c.text("id", s.ID) },
			func(c *cells, s *data.Section) { c.text("title", s.Title) },
		},
	}
}

func kinds() spec[data.Kind] {
	return spec[data.Kind]{
		id:    func(k *data.Kind) string { return k.ID },
		title: func(_ *data.Dossier, k *data.Kind) string { return k.One },
		cells: func(c *cells, k *data.Kind) {
			c.text("id", k.ID)
			c.text("one", k.One)
			c.text("other", k.Other)
			c.ref("layer", Layers, k.Layer)
		},
		keys: []func(*cells, *data.Kind){
			func(c *cells, k *data.Kind) { c.text("id", k.ID) },
			func(c *cells, k *data.Kind) { c.text("one", k.One) },
		},
	}
}

func statuses() spec[data.Status] {
	return spec[data.Status]{
		id:    func(s *data.Status) string { return s.ID },
		title: func(_ *data.Dossier, s *data.Status) string { return s.Name },
		cells: func(c *cells, s *data.Status) {
			c.text("id", s.ID)
			c.text("name", s.Name)
			c.text("line", string(s.Line))
		},
		keys: []func(*cells, *data.Status){
			func(c *cells, s *data.Status) { c.text("id", s.ID) },
			func(c *cells, s *data.Status) { c.text("name", s.Name) },
		},
	}
}

func units() spec[data.Unit] {
	return spec[data.Unit]{
		id:    func(u *data.Unit) string { return u.ID },
		title: func(_ *data.Dossier, u *data.Unit) string { return u.Name },
		cells: func(c *cells, u *data.Unit) {
			c.text("id", u.ID)
			c.text("name", u.Name)
			c.text("one", u.One)
			c.text("other", u.Other)
			sign := u.Sign
			if u.SignAfter {
				sign = "{n}" + sign
			}
			c.text("sign", sign)
			c.text("form", string(u.Form))
		},
		keys: []func(*cells, *data.Unit){
			func(c *cells, u *data.Unit) { c.text("id", u.ID) },
			func(c *cells, u *data.Unit) { c.text("name", u.Name) },
		},
	}
}

func layers() spec[data.Layer] {
	return spec[data.Layer]{
		id:    func(l *data.Layer) string { return l.ID },
		title: func(_ *data.Dossier, l *data.Layer) string { return l.Name },
		cells: func(c *cells, l *data.Layer) {
			c.text("id", l.ID)
			c.text("name", l.Name)
			c.text("shape", string(l.Shape))
			c.truth("band", l.Band)
			c.truth("overview", l.Overview)
		},
		keys: []func(*cells, *data.Layer){
			func(c *cells, l *data.Layer) { c.text("id", l.ID) },
			func(c *cells, l *data.Layer) { c.text("name", l.Name) },
		},
	}
}

// sources are compared by the members of their items, whichever they have.
func sources() spec[data.Source] {
	return spec[data.Source]{
		id:    func(s *data.Source) string { return s.ID },
		title: func(_ *data.Dossier, s *data.Source) string { return s.Title },
		cells: func(c *cells, s *data.Source) {
			c.text("id", s.ID)
			for _, m := range sourceMembers {
				m.cell(c, m.name, s)
			}
			c.texts("others", otherMembers(s.Raw))
		},
		keys: []func(*cells, *data.Source){
			func(c *cells, s *data.Source) { c.text("id", s.ID) },
			func(c *cells, s *data.Source) { c.text("title", s.Title); c.date("issued", s.Issued) },
		},
	}
}

// sourceMembers are the members of CSL-JSON that the app shows.
var sourceMembers = []struct {
	name string
	cell func(c *cells, name string, s *data.Source)
}{
	{"type", func(c *cells, name string, s *data.Source) { c.text(name, s.Type) }},
	{"title", func(c *cells, name string, s *data.Source) { c.text(name, s.Title) }},
	{"author", func(c *cells, name string, s *data.Source) {
		var names []string
		for _, n := range s.Author {
			names = append(names, n.String())
		}
		c.texts(name, names)
	}},
	{"container-title", func(c *cells, name string, s *data.Source) { c.text(name, s.Container) }},
	{"publisher", func(c *cells, name string, s *data.Source) { c.text(name, s.Publisher) }},
	{"issued", func(c *cells, name string, s *data.Source) { c.date(name, s.Issued) }},
	{"original-date", func(c *cells, name string, s *data.Source) { c.date(name, s.Original) }},
	{"accessed", func(c *cells, name string, s *data.Source) { c.date(name, s.Accessed) }},
	{"volume", func(c *cells, name string, s *data.Source) { c.text(name, s.Volume) }},
	{"issue", func(c *cells, name string, s *data.Source) { c.text(name, s.Issue) }},
	{"page", func(c *cells, name string, s *data.Source) { c.text(name, s.Page) }},
	{"language", func(c *cells, name string, s *data.Source) { c.text(name, s.Language) }},
	{"URL", func(c *cells, name string, s *data.Source) { c.text(name, s.URL) }},
	{"note", func(c *cells, name string, s *data.Source) { c.text(name, s.Note) }},
}

// otherMembers are those of an item that the app does not show.
func otherMembers(raw []byte) []string {
	var item map[string]json.RawMessage
	if json.Unmarshal(raw, &item) != nil {
		return nil
	}
	delete(item, "id")
	for _, m := range sourceMembers {
		delete(item, m.name)
	}
	var all []string
	for _, name := range slices.Sorted(maps.Keys(item)) {
		var b bytes.Buffer
		if json.Compact(&b, item[name]) == nil {
			all = append(all, name+": "+b.String())
		}
	}
	return all
}

// lessons are compared by what their slides are called; one that cannot be read by
// its length.
func lessons() spec[data.LessonFile] {
	return spec[data.LessonFile]{
		id:    func(l *data.LessonFile) string { return l.Name },
		title: func(_ *data.Dossier, l *data.LessonFile) string { return titleOf(l) },
		cells: func(c *cells, l *data.LessonFile) {
			c.text("id", l.Name)
			read, err := lesson.Parse(l.Bytes)
			unread := entry{name: "bytes"}
			if err != nil {
				read = new(lesson.Lesson)
				unread.text, unread.key = strconv.Itoa(len(l.Bytes)), string(l.Bytes)
			}
			c.text("title", read.Title)
			c.text("language", read.Language)
			c.text("dossier", strings.TrimSpace(read.Dossier.Name+" "+read.Dossier.Version))
			c.add(slides(read))
			c.add(unread)
		},
		keys: []func(*cells, *data.LessonFile){func(c *cells, l *data.LessonFile) { c.text("id", l.Name) }},
	}
}

func titleOf(l *data.LessonFile) string {
	if read, err := lesson.Parse(l.Bytes); err == nil {
		return read.Title
	}
	return l.Name
}

// slides are what a lesson shows, each in a line. What has no words, like ink, counts, too.
func slides(l *lesson.Lesson) entry {
	c := entry{name: "slides", list: true}
	for i := range l.Slides {
		s := &l.Slides[i]
		parts := []string{s.Section, s.Title, s.Place, s.Text, s.Notes, strings.Join(s.Ask, " ")}
		c.items = append(c.items, strings.Join(strings.Fields(strings.Join(parts, " ")), " "))
		key, _ := json.Marshal(s) // which has a form for all of it
		c.keys = append(c.keys, string(key))
	}
	return c
}
