package data

import "slices"

// SectionRole is what a section of the source does.
type SectionRole string

// The roles of sections.
const (
	FrontMatter SectionRole = "front"       // what stands before the text: a title, a byline
	Results     SectionRole = "results"     // what has been done, or is so
	Principles  SectionRole = "principles"  // what the source wants work to follow
	Commitments SectionRole = "commitments" // what is promised: no results
	BackMatter  SectionRole = "back"        // what stands after the text
)

// Section is a part of the source, in the order of the text.
type Section struct {
	ID    string // as in the tables
	Title string
	Role  SectionRole
	About string // what is in it, in a few words; empty: not said
	Lead  string // what a reader of it has to know, in a sentence or two; empty: not said
}

// Kind is a kind of project.
type Kind struct {
	ID    string // as in the tables
	One   string // "railway"
	Other string // "railways"
	Layer string // id of the layer of the map that it belongs to
}

// LineStyle is how a map draws a line.
type LineStyle string

// The styles of lines.
const (
	Solid  LineStyle = "solid"
	Dashed LineStyle = "dashed"
	Dotted LineStyle = "dotted"
)

// Status is how far a project has come.
type Status struct {
	ID   string // as in the tables
	Name string // "under construction"
	Line LineStyle
}

// NumberForm is how the numbers of a unit are written.
type NumberForm string

// The forms of numbers.
const (
	ShortNumber NumberForm = "short" // large ones with a word: 19.1 trillion
	FullNumber  NumberForm = "full"  // all digits: 1,500,000
)

// Unit is what figures are measured or counted in.
type Unit struct {
	ID    string // as in the tables
	Name  string // as the title of an axis: "tons (which ton is not stated)"
	One   string // after a number: "1 country"
	Other string // after a number: "2 countries"
	// Sign stands beside the number instead of One or Other, with any space
	// between the two: "US$", "%", " MW". Empty: none.
	Sign      string
	SignAfter bool // the sign follows the number
	Form      NumberForm
}

// Shape is the shape of a sign on the map.
type Shape string

// The shapes of signs.
const (
	Circle   Shape = "circle"
	Square   Shape = "square"
	Diamond  Shape = "diamond"
	Triangle Shape = "triangle"
	Pentagon Shape = "pentagon"
	Ring     Shape = "ring"
)

// shapes are all shapes, in the order in which layers without one get them.
func shapes() []Shape { return []Shape{Circle, Diamond, Triangle, Square, Pentagon, Ring} }

// Layer is a part of the map that can be hidden: the projects of some kinds.
type Layer struct {
	ID       string
	Name     string
	Shape    Shape // of the signs of its places
	Band     bool  // its lines lie on a pale band: they stand for a region, not for a track
	Overview bool  // a small map shows it, and the large one at first
}

// ColorPair is a colour on a light ground and its counterpart on a dark one,
// both as #RRGGBB.
type ColorPair struct{ Light, Dark string }

// vocabulary are the words that the records of a dossier use, in its order.
type vocabulary struct {
	sections []Section
	kinds    []Kind
	statuses []Status
	units    []Unit
	layers   []Layer
}

// Sections are the parts of the source, in the order of the text.
func (d *Dossier) Sections() []Section { return d.vocabulary.sections }

// SectionsOf are the sections of a role, in the order of the text.
func (d *Dossier) SectionsOf(role SectionRole) []Section { return d.index.sectionsOf.of(role) }

// Section finds a section by its id.
func (d *Dossier) Section(id string) (Section, bool) {
	return find(d.vocabulary.sections, d.index.words.section, id)
}

// Kinds are the kinds of projects.
func (d *Dossier) Kinds() []Kind { return d.vocabulary.kinds }

// Kind finds a kind of project by its id.
func (d *Dossier) Kind(id string) (Kind, bool) {
	return find(d.vocabulary.kinds, d.index.words.kind, id)
}

// Statuses are what projects and their lines can have come to.
func (d *Dossier) Statuses() []Status { return d.vocabulary.statuses }

// Status finds a status by its id.
func (d *Dossier) Status(id string) (Status, bool) {
	return find(d.vocabulary.statuses, d.index.words.status, id)
}

// Units are the units of figures.
func (d *Dossier) Units() []Unit { return d.vocabulary.units }

// Unit finds a unit by its id.
func (d *Dossier) Unit(id string) (Unit, bool) {
	return find(d.vocabulary.units, d.index.words.unit, id)
}

// Layers are the parts of the map, from the ground up.
func (d *Dossier) Layers() []Layer { return d.vocabulary.layers }

// Layer finds a part of the map by its id.
func (d *Dossier) Layer(id string) (Layer, bool) {
	return find(d.vocabulary.layers, d.index.words.layer, id)
}

// complete gives the dossier the vocabulary that its descriptor leaves out:
// what occurs in the tables, by its ids.
func (v *vocabulary) complete(d *Dossier, on goesOn) {
	if v.sections == nil {
		var ids occurring
		for i := 0; i < len(d.paragraphs) && on(i); i++ {
			ids.add(d.paragraphs[i].Section)
		}
		for i := 0; i < len(d.statements) && on(i); i++ {
			ids.add(d.statements[i].Section)
		}
		for _, id := range ids.all {
			v.sections = append(v.sections, Section{ID: id, Title: id, Role: Results})
		}
	}
	if v.kinds == nil {
		var ids occurring
		for i := 0; i < len(d.projects) && on(i); i++ {
			ids.add(d.projects[i].Kind)
		}
		for _, id := range ids.all {
			v.kinds = append(v.kinds, Kind{ID: id, One: id, Other: id})
		}
	}
	v.completeStatuses(d, on)
	v.completeUnits(d, on)
	v.completeLayers()
}

func (v *vocabulary) completeStatuses(d *Dossier, on goesOn) {
	if v.statuses != nil {
		return
	}
	var ids occurring
	for i := 0; i < len(d.projects) && on(i); i++ {
		ids.add(d.projects[i].Status)
	}
	for i := 0; i < len(d.routes) && on(i); i++ {
		ids.add(d.routes[i].Status)
	}
	for _, id := range ids.all {
		v.statuses = append(v.statuses, Status{ID: id, Name: id, Line: Solid})
	}
}

// completeUnits also adds the unit of ranks, which is the format's own and
// need not be listed.
func (v *vocabulary) completeUnits(d *Dossier, on goesOn) {
	var ids occurring
	listed := v.units
	for i := 0; i < len(d.figures) && on(i); i++ {
		if id := d.figures[i].Quantity.Unit; listed == nil || id == unitRank {
			ids.add(id)
		}
	}
	for _, id := range ids.all {
		if !slices.ContainsFunc(listed, func(u Unit) bool { return u.ID == id }) {
			v.units = append(v.units, Unit{ID: id, Name: id, One: id, Other: id, Form: ShortNumber})
		}
	}
}

// completeLayers gives each kind a layer: without a list of layers, one for
// each name that kinds give theirs, or else for each kind.
func (v *vocabulary) completeLayers() {
	if v.layers != nil {
		for i := range v.kinds {
			if v.kinds[i].Layer == "" {
				v.kinds[i].Layer = v.layers[0].ID
			}
		}
		return
	}
	made := make(map[string]bool)
	for i := range v.kinds {
		k := &v.kinds[i]
		name := k.Layer
		if name == "" {
			k.Layer, name = k.ID, k.Other
		}
		if !made[k.Layer] {
			made[k.Layer] = true
			shape := shapes()[len(v.layers)%len(shapes())]
			v.layers = append(v.layers, Layer{ID: k.Layer, Name: name, Shape: shape, Overview: true})
		}
	}
}

// occurring collects words in the order in which they first occur.
type occurring struct {
	all  []string
	seen map[string]bool
}

func (o *occurring) add(word string) {
	if word == "" || o.seen[word] {
		return
	}
	if o.seen == nil {
		o.seen = make(map[string]bool)
	}
	o.seen[word] = true
	o.all = append(o.all, word)
}
