package archive

import (
	"archive/zip"
	"compress/flate"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"beltroad/data"
)

// descriptor is the one file of a dossier whose name is fixed.
const descriptor = "datapackage.json"

// NoDescriptor is what is found where a zip file is in order, but has no dossier in it.
const NoDescriptor = "a zip file without " + descriptor

// node is a file or a folder. It is its own [fs.FileInfo] and [fs.DirEntry].
type node struct {
	name  string // without its folder
	entry *zip.File
	in    map[string]*node // of a folder; nil: it is a file
}

func newFolder(name string) *node { return &node{name: name, in: map[string]*node{}} }

// Name and the others implement [fs.FileInfo] and [fs.DirEntry].
func (n *node) Name() string               { return n.name }
func (n *node) IsDir() bool                { return n.in != nil }
func (n *node) Type() fs.FileMode          { return n.Mode().Type() }
func (n *node) Info() (fs.FileInfo, error) { return n, nil }
func (n *node) Sys() any                   { return nil }

func (n *node) Mode() fs.FileMode {
	if n.IsDir() {
		return fs.ModeDir | 0o555
	}
	return 0o444
}

func (n *node) Size() int64 {
	if n.entry == nil {
		return 0
	}
	return int64(n.entry.UncompressedSize64) // #nosec G115 -- it was measured
}

func (n *node) ModTime() time.Time {
	if n.entry == nil {
		return time.Time{}
	}
	return n.entry.Modified
}

// list is what a folder holds, by name.
func (n *node) list() []fs.DirEntry {
	all := make([]fs.DirEntry, 0, len(n.in))
	for _, child := range n.in {
		all = append(all, child)
	}
	slices.SortFunc(all, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return all
}

// tree is a folder as a file system. It has no links, so that Lstat is Stat.
type tree struct{ top *node }

func (t tree) find(name string) *node {
	n := t.top
	if name == "." {
		return n
	}
	for part := range strings.SplitSeq(name, "/") {
		if n = n.in[part]; n == nil {
			return nil
		}
	}
	return n
}

func (t tree) has(name string) bool { return t.find(name) != nil }

// makeFolder is a folder with all that it is in; nil: a file is in the way.
func (t tree) makeFolder(name string) *node {
	n := t.top
	if name == "." {
		return n
	}
	for part := range strings.SplitSeq(name, "/") {
		next := n.in[part]
		switch {
		case next == nil:
			next = newFolder(part)
			n.in[part] = next
		case !next.IsDir():
			return nil
		}
		n = next
	}
	return n
}

// makeFile tells whether there is place for a file.
func (t tree) makeFile(name string, e *zip.File) bool {
	folder, base := t.makeFolder(path.Dir(name)), path.Base(name)
	if folder == nil || folder.in[base] != nil {
		return false
	}
	folder.in[base] = &node{name: base, entry: e}
	return true
}

// root is the folder that the dossier is in: the top, or the one folder that holds
// a descriptor, as systems pack a folder with its name.
func (t tree) root() (*node, data.Problem) {
	var found []string
	var search func(n *node, at string)
	search = func(n *node, at string) {
		for name, child := range n.in {
			switch {
			case child.IsDir():
				search(child, path.Join(at, name))
			case strings.EqualFold(name, descriptor):
				found = append(found, at)
			}
		}
	}
	search(t.top, ".")
	slices.SortFunc(found, func(a, b string) int { return strings.Compare(within(a), within(b)) })
	p := data.Problem{Allowed: allowedFile}
	switch {
	case len(found) == 0:
		return nil, t.without(p)
	case slices.ContainsFunc(found, func(other string) bool { return !strings.HasPrefix(within(other), within(found[0])) }):
		const most = 3
		var names []string
		for _, name := range found[:min(len(found), most)] {
			names = append(names, shown(name))
		}
		p.Found, p.Mend = "a zip file with more than one dossier", "unpack it, and open one of the folders in it: "+strings.Join(names, ", ")
		return nil, p
	}
	root := t.find(found[0])
	root.nameDescriptor()
	return root, data.Problem{}
}

// without is the problem of a zip file without a dossier: what else is in it may be one.
func (t tree) without(p data.Problem) data.Problem {
	p.Found = NoDescriptor
	if len(t.top.in) == 0 {
		p.Found = "an empty zip file"
	}
	for _, e := range t.top.list() {
		switch strings.ToLower(path.Ext(e.Name())) {
		case ".zip", ".dossier", ".xlsx", ".ods":
			p.Mend = "unpack it, and open the file in it: " + shown(e.Name())
			return p
		}
	}
	return p
}

// nameDescriptor has the descriptor of a folder named as it is looked for: systems
// that do not tell cases apart may have written it otherwise.
func (n *node) nameDescriptor() {
	for name, child := range n.in {
		if child.entry != nil && strings.EqualFold(name, descriptor) {
			delete(n.in, name)
			child.name = descriptor
			n.in[descriptor] = child
			return
		}
	}
}

// within is how the paths of what is in a folder begin.
func within(folder string) string {
	if folder == "." {
		return ""
	}
	return folder + "/"
}

// Open implements [fs.FS].
func (t tree) Open(name string) (fs.File, error) {
	n, err := t.named("open", name)
	if err != nil {
		return nil, err
	}
	if n.IsDir() {
		return &openFolder{node: n, left: n.list()}, nil
	}
	r, err := n.entry.Open()
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: why(err)}
	}
	return &openFile{n, r, name}, nil
}

// Stat implements [fs.StatFS].
func (t tree) Stat(name string) (fs.FileInfo, error) { return t.named("stat", name) }

// ReadDir implements [fs.ReadDirFS].
func (t tree) ReadDir(name string) ([]fs.DirEntry, error) {
	n, err := t.named("readdir", name)
	if err != nil {
		return nil, err
	}
	if !n.IsDir() {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: errNoFolder}
	}
	return n.list(), nil
}

var errNoFolder = errors.New("it is no folder")

func (t tree) named(op, name string) (*node, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	}
	n := t.find(name)
	if n == nil {
		return nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}
	}
	return n, nil
}

// openFile is a file that is unpacked while it is read, and no further than its
// size, whatever is packed.
type openFile struct {
	*node

	r    io.ReadCloser
	path string
}

// Stat and the others implement [fs.File].
func (f *openFile) Stat() (fs.FileInfo, error) { return f.node, nil }
func (f *openFile) Close() error               { return f.r.Close() }

func (f *openFile) Read(b []byte) (int, error) {
	n, err := f.r.Read(b)
	if err != nil && !errors.Is(err, io.EOF) {
		err = &fs.PathError{Op: "read", Path: f.path, Err: why(err)}
	}
	return n, err
}

// why is an error of unpacking in words for who packed it.
func why(err error) error {
	corrupt := flate.CorruptInputError(0)
	switch {
	case errors.Is(err, zip.ErrFormat):
		return errors.New("it is not as the zip file says")
	case errors.Is(err, zip.ErrChecksum), errors.As(err, &corrupt), errors.Is(err, io.ErrUnexpectedEOF):
		return errors.New("the zip file is damaged here")
	}
	return err
}

// openFolder is a folder that is listed.
type openFolder struct {
	*node

	left []fs.DirEntry
}

// Stat and the others implement [fs.ReadDirFile].
func (f *openFolder) Stat() (fs.FileInfo, error) { return f.node, nil }
func (*openFolder) Close() error                 { return nil }

func (f *openFolder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.name, Err: errors.New("it is a folder")}
}

func (f *openFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 {
		n = len(f.left)
	} else if len(f.left) == 0 {
		return nil, io.EOF
	}
	n = min(n, len(f.left))
	all := f.left[:n:n]
	f.left = f.left[n:]
	return all, nil
}
