package data

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"beltroad/data/internal/schema"
)

// maxWords is how many words a list of the descriptor may have.
const maxWords = 1000

// wordLists are the members of a descriptor that name the words of its dossier.
type wordLists struct {
	Sections     []sectionEntry `json:"sections"`
	Kinds        []kindEntry    `json:"kinds"`
	Statuses     []statusEntry  `json:"statuses"`
	Units        []unitEntry    `json:"units"`
	Layers       []layerEntry   `json:"layers"`
	PillarColors []colorEntry   `json:"pillarColors"`
}

// rawMembers are the members of a descriptor as they stand in it, by their folded
// names: case does not matter to encoding/json.
func rawMembers(head []byte) map[string][]byte {
	raw := make(map[string][]byte)
	start := pastSpace(head, 0)
	if head[start] != '{' {
		return raw
	}
	for name, value := range membersOf(head, start) {
		raw[folded(unquote(name.raw))] = value.raw
	}
	return raw
}

// wordsReader reads those members.
type wordsReader struct {
	*reader

	lists  wordLists
	raw    map[string][]byte          // members of the descriptor; see rawMembers
	broken map[schema.Vocabulary]bool // lists that refute no cell: the broken word may be meant
}

func (r *reader) readWords(desc *descriptor, d *Dossier) {
	in := wordsReader{r, desc.lists, desc.raw, make(map[schema.Vocabulary]bool)}
	d.metadata.Language = "en"
	if desc.Language != "" {
		d.metadata.Language = desc.Language
		if _, err := language.Parse(desc.Language); err != nil {
			r.descriptorProblem("language", quoted(desc.Language), "a language tag like en or zh-Hans")
		}
	}
	r.language = d.metadata.Language
	v := &d.vocabulary
	v.layers = in.readLayers()
	v.sections = in.readSections()
	v.kinds = in.readKinds(v.layers)
	v.statuses = in.readStatuses()
	v.units = in.readUnits()
	d.metadata.PillarColors = in.readColors()

	in.restrict(schema.SectionWords, ids(v.sections, func(s Section) string { return s.ID }))
	in.restrict(schema.KindWords, ids(v.kinds, func(k Kind) string { return k.ID }))
	in.restrict(schema.StatusWords, ids(v.statuses, func(s Status) string { return s.ID }))
	units := ids(v.units, func(u Unit) string { return u.ID })
	if units != nil && !slices.Contains(units, unitRank) {
		units = append(units, unitRank) // the format's own
	}
	in.restrict(schema.UnitWords, units)
}

// restrict lets the columns of a vocabulary hold its words alone; nil leaves
// them as they are.
func (r wordsReader) restrict(vocabulary schema.Vocabulary, ids []string) {
	if ids == nil || r.broken[vocabulary] {
		return
	}
	if vocabulary == schema.StatusWords {
		r.statuses = ids
	}
	for _, t := range r.tables {
		for i := range t.Columns {
			if c := &t.Columns[i]; c.Words == vocabulary {
				c.Enum = ids
			}
		}
	}
}

func ids[T any](all []T, id func(T) string) []string {
	var names []string
	for _, v := range all {
		names = append(names, id(v))
	}
	return names
}

// rawList is a list as it stands in the descriptor; nil: it is not there.
func (r wordsReader) rawList(list string) []byte { return r.raw[folded([]byte(list))] }

// entries are those of a list of the descriptor, no more than it may have.
func (r wordsReader) entries(list string) [][]byte {
	raw := r.rawList(list)
	if raw == nil {
		return nil
	}
	if !isArray(raw, 0) {
		r.descriptorProblem(list, "no list", "a list, or no such member")
		return nil
	}
	var all [][]byte
	for i, e := range elements(raw, 0) {
		if i == maxWords {
			r.descriptorProblem(list, "more entries", fmt.Sprintf("at most %d", maxWords))
			return nil
		}
		all = append(all, e.raw)
	}
	return all
}

// place is where an entry stands: in which list, and as the how manyth.
type place struct {
	list string
	i    int
}

func (p place) String() string { return fmt.Sprintf("%s[%d]", p.list, p.i) }

// member is how a problem names a member of the entry.
func (p place) member(name string) string { return p.String() + "." + name }

// readWordList reads the words of a list, whose entries may have some members.
func readWordList[E, T any](r wordsReader, list string, decoded []E, members []string, read func(place, *E) (id string, word T)) []T {
	before := r.unsafe
	defer func() { r.broken[schema.Vocabulary(list)] = r.unsafe > before }()
	raws := r.entries(list)
	if len(raws) == 0 {
		if r.rawList(list) != nil && r.unsafe == before {
			r.descriptorProblem(list, "no words", "at least one, or no such member")
		}
		return nil
	}
	entries := decodeEntries(r, list, decoded, raws, members)
	first := make(map[string]int, len(raws))
	all := make([]T, len(raws))
	for i := range entries {
		at := place{list, i}
		id, word := read(at, &entries[i])
		all[i] = word
		const longest = 60 // runes
		switch j, twice := first[id]; {
		case id != strings.TrimSpace(id), !isName(id), strings.Contains(id, schema.ListDelimiter), utf8.RuneCountInString(id) > longest:
			r.descriptorProblem(at.member("id"), quoted(id), "a short text on one line, as the tables have it")
		case twice:
			r.descriptorProblem(at.member("id"), fmt.Sprintf("%s, as in %s[%d]", quoted(id), list, j), "an id that no other entry has")
		default:
			first[id] = i
		}
	}
	return all
}

// decodeEntries are the entries of a list as they have been decoded with the
// descriptor, or, where something is wrong, decoded in turn, to tell what.
func decodeEntries[E any](r wordsReader, list string, decoded []E, raws [][]byte, members []string) []E {
	good := len(decoded) == len(raws)
	for _, e := range raws {
		good = good && e[0] == '{' && unknownMember(e, members) == ""
	}
	if good {
		return decoded
	}
	all := make([]E, len(raws))
	for i, e := range raws {
		r.entry(place{list, i}, e, &all[i], members)
	}
	return all
}

// entry decodes an entry, and reports members that it does not know.
func (r wordsReader) entry(at place, raw []byte, v any, members []string) {
	err := json.Unmarshal(raw, v)
	if err == nil && raw[0] == '{' {
		unknown := unknownMember(raw, members)
		if unknown == "" {
			return
		}
		p := Problem{File: descriptorFile, Column: at.member(unknown), Found: unknownMemberFound, Allowed: strings.Join(members, ", ")}
		if same := sameWord(unknown, members); same != "" && oneLine(unknown) == unknown {
			r.member(p, unknown, same)
			return
		}
		p.Column = at.member(oneLine(unknown))
		r.addNear(p, unknown, members)
		return
	}
	r.descriptorProblem(at.String(), "something else than an entry"+because(err), "an object with "+strings.Join(members, ", "))
}

// unknownMember is a member of an object that is none of some; empty: there is
// none. Objects in it do not count.
func unknownMember(raw []byte, members []string) string {
	depth := 0
	for i := 0; i < len(raw); i++ {
		switch raw[i] {
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		case '"':
			end := stringEnd(raw, i)
			if depth == 1 && isMember(raw[end:]) {
				name := unquote(raw[i:end])
				if !slices.ContainsFunc(members, func(m string) bool { return m == string(name) }) {
					return string(name)
				}
			}
			i = end - 1
		}
	}
	return ""
}

// name is a name of an entry, or what stands for it if there is none.
func (r wordsReader) name(at place, member, name, otherwise string) string {
	switch {
	case name == "":
		return otherwise
	case !isName(name):
		return r.meant(at.member(member), "text on one line", name, plainLine(name))
	}
	return name
}

// oneOf is a word of the format, or the first one if there is none.
func oneOf[T ~string](r wordsReader, at place, member string, word T, allowed ...T) T {
	if word == "" {
		return allowed[0]
	}
	if !slices.Contains(allowed, word) {
		names := ids(allowed, func(w T) string { return string(w) })
		word = T(r.wordOf(Problem{File: descriptorFile, Column: at.member(member), Allowed: strings.Join(names, ", ")}, string(word), names))
		if !slices.Contains(allowed, word) {
			return allowed[0]
		}
	}
	return word
}

type sectionEntry struct {
	ID    string      `json:"id"`
	Title string      `json:"title"`
	Role  SectionRole `json:"role"`
	About string      `json:"about"`
	Lead  string      `json:"lead"`
}

func (r wordsReader) readSections() []Section {
	return readWordList(r, "sections", r.lists.Sections, []string{"id", "title", "role", "about", "lead"}, func(at place, e *sectionEntry) (string, Section) {
		return e.ID, Section{
			ID: e.ID, Title: r.name(at, "title", e.Title, e.ID),
			About: r.name(at, "about", e.About, ""), Lead: r.name(at, "lead", e.Lead, ""),
			Role: oneOf(r, at, "role", e.Role, Results, FrontMatter, Principles, Commitments, BackMatter),
		}
	})
}

type layerEntry struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Shape    Shape  `json:"shape"`
	Band     bool   `json:"band"`
	Overview *bool  `json:"overview"` // nil: it is there
}

func (r wordsReader) readLayers() []Layer {
	return readWordList(r, "layers", r.lists.Layers, []string{"id", "name", "shape", "band", "overview"}, func(at place, e *layerEntry) (string, Layer) {
		return e.ID, Layer{
			ID: e.ID, Name: r.name(at, "name", e.Name, e.ID), Band: e.Band, Overview: e.Overview == nil || *e.Overview,
			Shape: oneOf(r, at, "shape", e.Shape, shapes()...),
		}
	})
}

type kindEntry struct {
	ID    string `json:"id"`
	One   string `json:"one"`
	Other string `json:"other"`
	Layer string `json:"layer"`
}

func (r wordsReader) readKinds(layers []Layer) []Kind {
	known := ids(layers, func(l Layer) string { return l.ID })
	return readWordList(r, "kinds", r.lists.Kinds, []string{"id", "one", "other", "layer"}, func(at place, e *kindEntry) (string, Kind) {
		if e.Layer != "" && layers != nil && !slices.Contains(known, e.Layer) {
			e.Layer = r.wordOf(Problem{File: descriptorFile, Column: at.member("layer"), Allowed: "an id in layers: " + strings.Join(known, ", ")}, e.Layer, known)
		}
		one := r.name(at, "one", e.One, e.ID)
		return e.ID, Kind{ID: e.ID, One: one, Other: r.name(at, "other", e.Other, one), Layer: r.name(at, "layer", e.Layer, "")}
	})
}

type statusEntry struct {
	ID   string    `json:"id"`
	Name string    `json:"name"`
	Line LineStyle `json:"line"`
}

func (r wordsReader) readStatuses() []Status {
	return readWordList(r, "statuses", r.lists.Statuses, []string{"id", "name", "line"}, func(at place, e *statusEntry) (string, Status) {
		return e.ID, Status{ID: e.ID, Name: r.name(at, "name", e.Name, e.ID), Line: oneOf(r, at, "line", e.Line, Solid, Dashed, Dotted)}
	})
}

type unitEntry struct {
	ID    string     `json:"id"`
	Name  string     `json:"name"`
	One   string     `json:"one"`
	Other string     `json:"other"`
	Sign  string     `json:"sign"`
	Form  NumberForm `json:"form"`
}

func (r wordsReader) readUnits() []Unit {
	return readWordList(r, "units", r.lists.Units, []string{"id", "name", "one", "other", "sign", "form"}, func(at place, e *unitEntry) (string, Unit) {
		u := Unit{ID: e.ID, Form: oneOf(r, at, "form", e.Form, ShortNumber, FullNumber)}
		u.Other = r.name(at, "other", e.Other, e.ID)
		u.One = r.name(at, "one", e.One, u.Other)
		u.Name = r.name(at, "name", e.Name, u.Other)
		// The number is {n}; a sign without it stands before the number.
		before, after, placed := strings.Cut(r.name(at, "sign", e.Sign, ""), "{n}")
		u.Sign, u.SignAfter = before+after, placed && after != ""
		if before != "" && after != "" || strings.ContainsAny(u.Sign, "{}") {
			r.descriptorProblem(at.member("sign"), quoted(e.Sign), "a sign before or after the number {n}, like US$ or {n}%")
		}
		return e.ID, u
	})
}

type colorEntry struct {
	Light string `json:"light"`
	Dark  string `json:"dark"`
}

// readColors reads the colours of pillars, in their order.
func (r wordsReader) readColors() []ColorPair {
	const list = "pillarColors"
	var all []ColorPair
	for i, e := range decodeEntries(r, list, r.lists.PillarColors, r.entries(list), []string{"light", "dark"}) {
		for _, c := range []struct {
			name  string
			color *string
		}{{"light", &e.Light}, {"dark", &e.Dark}} {
			if !isColor(*c.color) {
				*c.color = r.meant(place{list, i}.member(c.name), "a colour like #6B4A9C", *c.color, plainColor(*c.color))
			}
		}
		all = append(all, ColorPair(e))
	}
	return all
}

// isColor reports whether s is a colour as #RRGGBB.
func isColor(s string) bool {
	return len(s) == 7 && s[0] == '#' && strings.Trim(strings.ToUpper(s[1:]), "0123456789ABCDEF") == ""
}
