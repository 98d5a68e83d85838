package data

import (
	"bytes"
	"context"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"beltroad/data/internal/schema"
)

// Mended are the files of a dossier with all mends made that are beyond doubt,
// and how many these are; more than a report lists, if need be. They are made in
// memory alone: nothing of fsys is changed. A table keeps its form: what separates
// its cells, how its lines end, what is in quotes; one that was not in UTF-8 is.
// Problems are told by who opens what is mended.
func Mended(ctx context.Context, fsys fs.FS, watch Watch) (fs.FS, int, error) {
	const mostRounds = 100 // more than any file needs: mends are kept by ten thousands
	all, share := 0, 0.0
	for range mostRounds {
		left := 1 - share
		r := newReader(ctx, fsys, Watch{Read: watch.Part(share, share+left/2).Read})
		r.mends = true
		r.read(new(Dossier))
		if r.err != nil {
			return nil, 0, r.err
		}
		mended, n, err := withMends(ctx, fsys, r.kept)
		if err != nil || n == 0 {
			return fsys, all, err
		}
		fsys, all = mended, all+n
		share += left / 2
	}
	return fsys, all, nil
}

// withMends are files with the safe mends of some problems made, and how many were.
// A cell that does not say any more what was found in it stays as it is.
func withMends(ctx context.Context, fsys fs.FS, problems Problems) (fs.FS, int, error) {
	safe := make(map[string][]Problem)
	for _, p := range problems {
		if p.Safe {
			safe[p.File] = append(safe[p.File], p)
		}
	}
	if len(safe) == 0 {
		return fsys, 0, nil
	}
	m := mender{safe: safe, fs: &mendedFS{base: fsys, files: make(map[string][]byte)}}
	if before, ok := fsys.(*mendedFS); ok { // of which nothing is to be held
		m.fs = &mendedFS{base: before.base, files: maps.Clone(before.files)}
	}
	if err := m.take(fsys); err != nil {
		return nil, 0, err
	}
	m.mendJSON(inFolder(fsys, descriptorFile))
	d := new(Dossier)
	r := newReader(ctx, m.fs, Watch{}) // which reads the descriptor as it is mended
	if r.readDescriptor(d) {
		r.locate()
		for name := range r.tables {
			m.mendTable(ctx, r.table(name))
		}
		m.mendJSON(r.paths[schema.Sources])
		m.mendJSON(r.paths[schema.Routes])
		for _, l := range d.lessons {
			m.mendJSON(l.Path)
		}
	}
	return m.fs, m.made, r.ctx.Err()
}

// mender makes safe mends.
type mender struct {
	safe map[string][]Problem // of each file
	fs   *mendedFS
	made int
}

// take takes the files that are to be mended, in UTF-8.
func (m *mender) take(fsys fs.FS) error {
	for _, file := range slices.Sorted(maps.Keys(m.safe)) {
		if there := inFolder(fsys, file); there != file {
			m.safe[there], file = append(m.safe[there], m.safe[file]...), there
		}
		b, problem := readCapped(fsys, file, maxTable)
		if problem != (Problem{}) {
			problem.File = file
			return Problems{problem}
		}
		isCharset := func(p Problem) bool { return p.Column == "" }
		if slices.ContainsFunc(m.safe[file], isCharset) {
			if decoded, p := decodedText(b, ""); p.Safe {
				b = decoded
				m.made++
			}
		}
		m.fs.files[file] = b
	}
	return nil
}

// mendTable mends the cells of a table.
func (m *mender) mendTable(ctx context.Context, t *table) {
	if m.safe[t.file] != nil {
		b := m.fs.files[t.file]
		patches := t.patches(ctx, b, m.safe[t.file])
		m.fs.files[t.file] = patched(b, patches)
		m.made += len(patches)
	}
}

// mendJSON mends the members of a JSON file.
func (m *mender) mendJSON(file string) {
	if m.safe[file] != nil {
		mended, n := mendedJSON(m.fs.files[file], m.safe[file])
		m.fs.files[file] = mended
		m.made += n
	}
}

// patch is a stretch of a text with what is to stand there.
type patch struct {
	start, end int64
	text       string
}

// patches are what mends some cells of a table.
func (t *table) patches(ctx context.Context, b []byte, problems []Problem) []patch {
	byRow := make(map[int][]Problem)
	last := 0
	for _, p := range problems {
		byRow[p.Row] = append(byRow[p.Row], p)
		last = max(last, p.Row)
	}
	in := &tableFile{rowReader: newRowReader(bytes.NewReader(b), int64(len(b)), nil), table: t}
	in.fill()
	in.takeForm()
	var header []string
	var patches []patch
	for in.row < last && in.rowReader.next() {
		const few = 4096 // rows between two looks whether to go on
		if in.row%few == 0 && ctx.Err() != nil {
			break
		}
		in.cut(true)
		if header == nil && !in.isBlank() {
			header = in.texts()
		}
		for i, p := range byRow[in.row] {
			if p.Column != "" && i == firstOf(byRow[in.row], p.Column) && in.fault == noFault {
				patches = append(patches, in.cellPatches(header, byRow[in.row], p.Column)...)
			}
		}
	}
	return patches
}

// firstOf is the first of some problems that is of a column.
func firstOf(problems []Problem, column string) int {
	return slices.IndexFunc(problems, func(p Problem) bool { return p.Column == column })
}

// texts are those of the row in hand.
func (in *tableFile) texts() []string {
	all := make([]string, len(in.cells))
	for i := range in.cells {
		all[i] = strings.TrimSpace(in.cells[i].text)
	}
	return all
}

// cellPatches is what mends the cell of a column in the row in hand, by all problems
// of it in turn.
func (in *tableFile) cellPatches(header []string, problems []Problem, column string) []patch {
	i := slices.IndexFunc(header, func(name string) bool { return strings.EqualFold(name, column) || quoted(name) == column })
	if i < 0 {
		i = slices.IndexFunc(header, func(name string) bool { return sameWord(name, []string{column}) != "" })
	}
	if i < 0 || i >= len(in.cells) {
		return nil
	}
	c := &in.cells[i]
	text := strings.TrimSpace(c.text)
	mended := false
	for _, p := range problems {
		if p.Column == column && strings.HasPrefix(p.Found, quoted(text)) {
			text, mended = p.Mend, true
		}
	}
	if !mended {
		return nil
	}
	return []patch{{in.start + int64(c.start), in.start + int64(c.end), in.written(text, c.quoted)}}
}

// written is a text as a cell of this table.
func (in *tableFile) written(text string, inQuotes bool) string {
	if !inQuotes && !strings.ContainsAny(text, "\"\r\n"+string(rune(in.comma))) {
		return text
	}
	return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
}

// patched is a text with some stretches replaced.
func patched(b []byte, patches []patch) []byte {
	if len(patches) == 0 {
		return b
	}
	slices.SortFunc(patches, func(p, q patch) int { return int(p.start - q.start) })
	var out bytes.Buffer
	at := int64(0)
	for _, p := range patches {
		out.Write(b[at:p.start])
		out.WriteString(p.text)
		at = p.end
	}
	out.Write(b[at:])
	return out.Bytes()
}

// mendedFS is a file system with some of its files replaced.
type mendedFS struct {
	base  fs.FS
	files map[string][]byte
}

// Open opens a file.
func (m *mendedFS) Open(name string) (fs.File, error) {
	b, ok := m.files[name]
	if !ok {
		return m.base.Open(name)
	}
	info, err := m.Lstat(name)
	if err != nil {
		return nil, err
	}
	return &openMended{bytes.NewReader(b), info}, nil
}

// Lstat describes a file without following a link.
func (m *mendedFS) Lstat(name string) (fs.FileInfo, error) {
	info, err := fs.Lstat(m.base, name)
	b, ok := m.files[name]
	if err != nil || !ok {
		return info, err
	}
	return mendedInfo{info, int64(len(b))}, nil
}

// ReadLink is where a link leads.
func (m *mendedFS) ReadLink(name string) (string, error) { return fs.ReadLink(m.base, name) }

type openMended struct {
	*bytes.Reader
	info fs.FileInfo
}

func (f *openMended) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *openMended) Close() error               { return nil }

// mendedInfo is that of the file that stands there, but for its size.
type mendedInfo struct {
	fs.FileInfo
	size int64
}

func (i mendedInfo) Size() int64 { return i.size }
