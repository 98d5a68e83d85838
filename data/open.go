package data

import (
	"bufio"
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"beltroad/data/internal/schema"
)

// descriptorFile is the one file whose name is fixed.
const descriptorFile = "datapackage.json"

// Open reads the dossier in the root of fsys. Either all of it is right, or the
// error is a Problems that lists everything that is not. Files that the
// descriptor does not name are left alone.
func Open(fsys fs.FS) (*Dossier, error) {
	r := newReader(fsys)
	d := new(Dossier)
	if r.readDescriptor(d) {
		d.sources = r.readSources() // first, as places refer to them
		r.readTables(d)
		if t := r.tables[schema.Paragraphs]; t.complete && len(d.paragraphs) == 0 {
			t.add(0, "", "no rows", "at least one paragraph")
		}
		r.checkRefs()
		r.checkCycles(d.statements)
		r.checkHeadline(d.metadata.Headline)
		d.routes = r.readRoutes()
	}
	if ps := r.problems(); ps != nil {
		return nil, ps
	}
	slices.SortStableFunc(d.pillars, func(a, b Pillar) int { return cmp.Compare(a.Order, b.Order) })
	d.vocabulary.complete(d)
	d.clip()
	d.index = newIndex(d)
	return d, nil
}

// clip takes the room at the end of the slices that are shared.
func (d *Dossier) clip() {
	v := &d.vocabulary
	v.sections, v.kinds, v.statuses = slices.Clip(v.sections), slices.Clip(v.kinds), slices.Clip(v.statuses)
	v.units, v.layers = slices.Clip(v.units), slices.Clip(v.layers)
	d.pillars, d.projects, d.figures = slices.Clip(d.pillars), slices.Clip(d.projects), slices.Clip(d.figures)
	d.statements, d.events, d.places = slices.Clip(d.statements), slices.Clip(d.events), slices.Clip(d.places)
	d.projectPlaces, d.paragraphs = slices.Clip(d.projectPlaces), slices.Clip(d.paragraphs)
	m := &d.metadata
	m.Licences, m.PillarColors = slices.Clip(m.Licences), slices.Clip(m.PillarColors)
}

// OpenDir reads the dossier in a folder of the disk. The folder itself may be
// reached through a link; nothing in it may be one, or lead out of it.
func OpenDir(path string) (*Dossier, error) {
	root, err := os.OpenRoot(path)
	if err != nil {
		p := unreadable(err)
		p.File, p.Allowed = filepath.Base(path), "a folder that holds a dossier"
		return nil, Problems{p}
	}
	defer root.Close() //nolint:errcheck // only read
	return Open(root.FS())
}

// reader is what reading a dossier needs to know.
type reader struct {
	report

	fsys   fs.FS
	paths  map[string]string // where each resource is; empty: at no usable path
	tables map[string]*table
	refs   []ref
	buffer *bufio.Reader // one for all tables

	statuses []string // of routes; nil: any
}

func newReader(fsys fs.FS) *reader {
	const manyRefs = 1000 // what a dossier of the size of the built-in one has
	r := &reader{
		fsys: fsys, paths: make(map[string]string), tables: make(map[string]*table),
		refs: make([]ref, 0, manyRefs), buffer: bufio.NewReader(nil),
	}
	specs := schema.Tables()
	for i := range specs {
		t := &specs[i]
		r.paths[t.Name] = t.Path()
		r.tables[t.Name] = &table{Table: t, report: &r.report, refs: &r.refs}
	}
	for _, f := range schema.Files() {
		r.paths[f.Name] = f.Path
	}
	return r
}

// table is the table of a resource, at the path that the descriptor gives.
func (r *reader) table(name string) *table {
	t := r.tables[name]
	t.file = r.paths[name]
	return t
}
