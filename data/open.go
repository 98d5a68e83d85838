package data

import (
	"bufio"
	"cmp"
	"context"
	"io/fs"
	"slices"

	"beltroad/data/internal/schema"
)

// descriptorFile is the one file whose name is fixed.
const descriptorFile = "datapackage.json"

// Open reads the dossier in the root of fsys. Either all of it is right, or the
// error is a Problems that lists everything that is not. Files that the
// descriptor does not name are left alone.
func Open(fsys fs.FS) (*Dossier, error) {
	return OpenWith(context.Background(), fsys, nil)
}

// OpenWith is Open for a dossier that may be large. Once its context ends, it
// returns the context's error. It tells, if asked, how many bytes of how many
// have been read; the total is known once the descriptor is.
func OpenWith(ctx context.Context, fsys fs.FS, progress func(done, total int64)) (*Dossier, error) {
	r := newReader(ctx, fsys, progress)
	d := new(Dossier)
	if r.readDescriptor(d) {
		r.locate()
		d.sources = r.readSources() // first, as places refer to them
		r.readTables(d)
		if t := r.tables[schema.Paragraphs]; t.complete && len(d.paragraphs) == 0 {
			t.add(0, "", "no rows", "at least one paragraph")
		}
		r.checkRefs()
		r.checkCycles(d.statements)
		r.checkHeadline(d.metadata.Headline)
		d.routes = r.readRoutes(d.sources)
	}
	r.advance(0)
	if r.err != nil {
		return nil, r.err
	}
	if ps := r.problems(); ps != nil {
		return nil, ps
	}
	slices.SortStableFunc(d.pillars, func(a, b Pillar) int { return cmp.Compare(a.Order, b.Order) })
	d.paths = r.paths
	d.vocabulary.complete(d)
	d.clip()
	d.index = newIndex(d, r.tables)
	return d, nil
}

// clip takes the room at the end of the slices that are shared.
func (d *Dossier) clip() {
	v := &d.vocabulary
	v.sections, v.kinds, v.statuses = slices.Clip(v.sections), slices.Clip(v.kinds), slices.Clip(v.statuses)
	v.units, v.layers = slices.Clip(v.units), slices.Clip(v.layers)
	d.pillars, d.projects, d.figures = slices.Clip(d.pillars), slices.Clip(d.projects), slices.Clip(d.figures)
	d.secondSources = slices.Clip(d.secondSources)
	d.statements, d.events, d.places = slices.Clip(d.statements), slices.Clip(d.events), slices.Clip(d.places)
	d.projectPlaces, d.paragraphs = slices.Clip(d.projectPlaces), slices.Clip(d.paragraphs)
	d.synonyms, d.lessons = slices.Clip(d.synonyms), slices.Clip(d.lessons)
	m := &d.metadata
	m.Licences, m.PillarColors = slices.Clip(m.Licences), slices.Clip(m.PillarColors)
}

// reader is what reading a dossier needs to know.
type reader struct {
	report
	progress

	fsys   fs.FS
	paths  map[string]string // where each resource is; empty: at no usable path
	tables map[string]*table
	refs   []ref
	buffer *bufio.Reader // one for all tables

	statuses []string // of routes; nil: any
}

// progress is how far reading has come, in bytes.
type progress struct {
	ctx         context.Context
	done, total int64
	tell        func(done, total int64) // nil: nobody asks
}

func newReader(ctx context.Context, fsys fs.FS, tell func(done, total int64)) *reader {
	r := &reader{
		progress: progress{ctx: ctx, tell: tell},
		fsys:     fsys, paths: make(map[string]string), tables: make(map[string]*table),
		buffer: bufio.NewReader(nil),
	}
	specs := schema.Tables()
	for i := range specs {
		t := &specs[i]
		r.paths[t.Name] = t.Path()
		r.tables[t.Name] = &table{Table: t, report: &r.report, tables: r.tables, refs: &r.refs}
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

// locate finds the files, and how much there is to read. Those that are not
// there are told when they are read.
func (r *reader) locate() {
	for name, path := range r.paths {
		if path == "" {
			continue
		}
		r.paths[name] = inFolder(r.fsys, path)
		if info, err := fs.Lstat(r.fsys, r.paths[name]); err == nil {
			r.total += info.Size()
		}
	}
}

// advance tells how far the file in hand is read, and notices the end of the
// context.
func (r *reader) advance(within int64) {
	if r.err == nil {
		r.err = r.ctx.Err()
	}
	if r.tell != nil && r.err == nil {
		r.tell(min(r.done+within, r.total), r.total)
	}
}

// finish counts a file as read.
func (r *reader) finish(size int64) {
	r.done += size
	r.advance(0)
}
