package library

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"

	"beltroad/data"
	"beltroad/internal/archive"
	"beltroad/internal/draft"
)

// Doubts are what was left out, guessed or made up of the spreadsheet that a path
// leads to; of anything else there are none.
func Doubts(path string) data.Problems {
	in, err := openFiles(context.Background(), path)
	if err != nil {
		return nil
	}
	defer in.Close() //nolint:errcheck // only read
	if in.draft == nil {
		return nil
	}
	return slices.Concat(in.draft.Doubts(), in.draft.Wordings())
}

// openFolder is a folder of a dossier, or of the tables that one is made of.
func openFolder(folder string) (*files, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, unreadable(folder, err)
	}
	if descriptorOf(root.FS()) == "" {
		if d, err := draft.Open(folder); err == nil && isMeant(d) {
			_ = root.Close() // it was only read
			return filesOf(d)
		}
	}
	return &files{FS: root.FS(), Closer: root}, nil
}

// openZip is a dossier in a zip file, or the tables that one is made of.
func openZip(path string) (*files, error) {
	folder, err := archive.Open(path)
	if err == nil {
		return &files{FS: folder, Closer: folder}, nil
	}
	if ps, ok := errors.AsType[data.Problems](err); ok && len(ps) == 1 && ps[0].Found == archive.NoDescriptor {
		if d, badSheet := draft.Open(path); badSheet == nil && isMeant(d) {
			return filesOf(d)
		}
	}
	return nil, err
}

// isMeant tells whether tables are meant to be a dossier: they have a figure, or at
// least the sheets that it takes, as a template does that nobody has filled in.
func isMeant(d *draft.Draft) bool {
	return len(d.Rows()) > 0 || !slices.ContainsFunc(d.Problems(), func(p data.Problem) bool { return p.Found == "no such sheet" })
}

// filesOf are the files that a spreadsheet becomes.
func filesOf(d *draft.Draft) (*files, error) {
	fsys, err := d.FS()
	if err != nil {
		return nil, err
	}
	return &files{fsys, nothing{}, d}, nil
}

// nothing is closed where nothing is open.
type nothing struct{}

// Close implements [io.Closer].
func (nothing) Close() error { return nil }

// descriptorOf is what the descriptor is called in a folder, in whatever case; empty:
// it has none.
func descriptorOf(fsys fs.FS) string {
	if _, err := fs.Lstat(fsys, descriptor); !errors.Is(err, fs.ErrNotExist) {
		return descriptor // what is wrong with it is told when it is read
	}
	entries, _ := fs.ReadDir(fsys, ".") // what cannot be listed has none
	for _, e := range entries {
		if strings.EqualFold(e.Name(), descriptor) {
			return e.Name()
		}
	}
	return ""
}
