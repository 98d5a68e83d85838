package data

import (
	"cmp"
	"context"
	"io/fs"
	"slices"

	"beltroad/data/internal/schema"
)

// descriptorFile is the one file whose name is fixed.
const descriptorFile = "datapackage.json"

// Open reads the dossier in the root of fsys, several files of it at once. Either all of it is right, or the
// error is a Problems that lists everything that is not. Files that the
// descriptor does not name are left alone.
func Open(fsys fs.FS) (*Dossier, error) {
	return OpenWith(context.Background(), fsys, Watch{})
}

// Watch is told how reading goes, by the goroutine that reads. Members that are
// nil are not told.
type Watch struct {
	// Read is told how many bytes of how many have been read; the total is known
	// once the descriptor is.
	Read func(done, total int64)
	// Problem is told each problem as soon as it is found. The error that comes in
	// the end has them sorted, and is what counts: what is read later may have
	// taken the safety of a mend.
	Problem func(Problem)
}

// Part is told of one part of a longer reading as a share of the whole.
func (w Watch) Part(from, to float64) Watch {
	if tell := w.Read; tell != nil {
		w.Read = func(done, total int64) { tell(int64(float64(total)*from+float64(done)*(to-from)), total) }
	}
	return w
}

// OpenWith is Open for a dossier that may be large. Once its context ends, it
// returns the context's error.
func OpenWith(ctx context.Context, fsys fs.FS, watch Watch) (*Dossier, error) {
	r := newReader(ctx, fsys, watch)
	d := new(Dossier)
	r.read(d)
	if r.err != nil {
		return nil, r.err
	}
	if ps := r.problems(); ps != nil {
		return nil, ps
	}
	slices.SortStableFunc(d.pillars, func(a, b Pillar) int { return cmp.Compare(a.Order, b.Order) })
	d.paths = r.paths
	d.moved, d.noticed = r.moved(), r.noticed
	d.vocabulary.complete(d, r.goesOn)
	d.clip()
	if r.makeIndex(d); r.err != nil {
		return nil, r.err
	}
	return d, nil
}

// read reads all files, and reports what is wrong with them.
func (r *reader) read(d *Dossier) {
	if r.readDescriptor(d) {
		r.locate()
		sources, routes := beside(r, (*reader).readSources), beside(r, (*reader).readRoutes)
		r.readTables(d, sources)
		if t := r.tables[schema.Paragraphs]; t.complete && len(d.paragraphs) == 0 {
			t.add(0, "", "no rows", "at least one paragraph")
		}
		r.checkRefs()
		r.advance(0)
		r.checkCycles(d.statements)
		r.advance(0)
		r.checkHeadline(d.metadata.Headline)
		d.routes = r.checkRoutes(routes(), d.sources)
	}
	r.advance(0)
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
	buffer []byte           // one for all tables
	sizes  map[string]int64 // of files

	stated   map[string]stated // by the paths of files
	noticed  []Problem         // what is doubtful in the files themselves
	statuses []string          // of routes; nil: any
	language string            // of the dossier's texts
}

// beside reads a file that needs no table while the tables are read: such files
// are in JSON, which takes as long. What it returns waits for that, and reports
// what was found.
func beside[T any](r *reader, read func(*reader) T) (wait func() T) {
	own := &reader{
		report: report{mends: r.mends}, progress: progress{ctx: r.ctx},
		fsys: r.fsys, paths: r.paths, stated: r.stated, statuses: r.statuses, language: r.language,
	}
	var v T
	done := make(chan struct{})
	go func() {
		defer close(done)
		v = read(own)
	}()
	return func() T {
		<-done
		r.take(&own.report)
		r.noticed = append(r.noticed, own.noticed...)
		r.finish(own.done)
		return v
	}
}

// progress is how far reading has come, in bytes.
type progress struct {
	ctx         context.Context
	done, total int64
	within      int64                   // of the file in hand
	told        func(done, total int64) // nil: nobody asks
}

func newReader(ctx context.Context, fsys fs.FS, watch Watch) *reader {
	r := &reader{
		report:   report{tell: watch.Problem},
		progress: progress{ctx: ctx, told: watch.Read},
		fsys:     fsys, paths: make(map[string]string), tables: make(map[string]*table),
		sizes: make(map[string]int64), stated: make(map[string]stated),
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

// moved are the rows of all tables that are not where their records are.
func (r *reader) moved() map[string]rowsMoved {
	all := make(map[string]rowsMoved)
	for name, t := range r.tables {
		if len(t.moved) > 0 {
			all[name] = t.moved
		}
	}
	return all
}

// locate finds the files, and how much there is to read. Those that are not
// there are told when they are read.
func (r *reader) locate() {
	for name, path := range r.paths {
		if path == "" {
			continue
		}
		if found := inFolder(r.fsys, path); found != path {
			r.paths[name] = found
			if s, ok := r.stated[path]; ok {
				r.stated[found] = s
			}
		}
		if info, err := fs.Lstat(r.fsys, r.paths[name]); err == nil {
			r.sizes[r.paths[name]] = info.Size()
			r.checkBytes(r.paths[name], info.Size())
			r.total += info.Size()
		}
	}
	r.advance(0)
}

// advance tells how far the file in hand is read, and notices the end of the
// context.
func (r *reader) advance(within int64) {
	r.within = within
	if r.err == nil {
		r.err = r.ctx.Err()
	}
	if r.told != nil && r.err == nil {
		r.told(min(r.done+within, r.total), r.total)
	}
}

// few are the records that are gone through between two looks whether to go on.
const few = 4096

// goesOn is asked before each of many records, by its number.
func (r *reader) goesOn(i int) bool {
	if i%few == 0 {
		r.advance(r.within)
	}
	return r.err == nil
}

// finish counts a file as read.
func (r *reader) finish(size int64) {
	r.done += size
	r.advance(0)
}
