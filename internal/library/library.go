// Package library has the dossiers of a computer: it opens what a path leads to,
// be it a folder, a file that one is packed into or a spreadsheet, and keeps the
// list of those that its user has opened.
package library

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"beltroad/data"
	"beltroad/internal/archive"
	"beltroad/internal/draft"
)

// End is the end of the name of a dossier that is one file.
const End = ".dossier"

const (
	descriptor = "datapackage.json"
	allowed    = "a folder, a .zip, a .dossier or a spreadsheet that holds a dossier"
)

// Open reads the dossier that a path leads to. An error is a [data.Problems], or
// that of the context.
func Open(ctx context.Context, path string, watch data.Watch) (*data.Dossier, error) {
	d, in, err := open(ctx, path, watch)
	if err != nil {
		return nil, err
	}
	_ = in.Close() // it was only read
	return d, nil
}

// open is Open for who reads the files once more; they are to be closed then.
func open(ctx context.Context, path string, watch data.Watch) (*data.Dossier, *files, error) {
	in, err := openFiles(ctx, path)
	if err != nil {
		if ps, ok := errors.AsType[data.Problems](err); ok && watch.Problem != nil {
			for _, p := range ps {
				watch.Problem(p)
			}
		}
		return nil, nil, err
	}
	var d *data.Dossier
	if folder, ok := folderOf(path); ok && in.draft == nil { // which tells what else a folder may be
		d, err = data.OpenDir(ctx, folder, watch)
	} else {
		d, err = data.OpenWith(ctx, in.FS, watch)
	}
	if err != nil {
		_ = in.Close() // it was only read
		return nil, nil, err
	}
	return d, in, nil
}

// FS are the files of the dossier that a path leads to, whatever is in them, until
// they are closed.
func FS(path string) (fs.FS, io.Closer, error) {
	in, err := openFiles(context.Background(), path)
	if err != nil {
		return nil, nil, err
	}
	return in.FS, in, nil
}

// files are those of a dossier. The file system is no part of it, as what else that
// can do, such as telling links, would be hidden.
type files struct {
	FS fs.FS
	io.Closer

	draft *draft.Draft // that they are made of; nil: none
}

// openFiles asks what a path is before it opens it: a pipe would keep its opener waiting.
func openFiles(ctx context.Context, path string) (*files, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if folder, ok := folderOf(path); ok {
		return openFolder(folder)
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, unreadable(path, err)
	case !info.Mode().IsRegular():
		return nil, problem(path, "something that is neither a folder nor a file", "")
	}
	form, what, err := formOf(path, info.Size())
	if err != nil {
		return nil, unreadable(path, err)
	}
	switch {
	case form == archive.Zip:
		return openZip(path)
	case form != archive.Sheet && hasNeighbour(path): // a spreadsheet is no part of the dossier beside it
		return nil, problem(path, "one file of a dossier", "the folder that this file is in")
	case form == archive.Sheet, form == archive.Text && isTable(path):
		d, err := draft.Open(path)
		if err != nil {
			return nil, err
		}
		return filesOf(d)
	}
	return nil, problem(path, what, archive.Mend(what))
}

// IsDescriptor tells whether a path names the descriptor of a dossier, and means its folder.
func IsDescriptor(path string) bool { return strings.EqualFold(filepath.Base(path), descriptor) }

// folderOf is the folder that a path means: itself, or that of the descriptor that
// it names.
func folderOf(path string) (folder string, ok bool) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return "", false
	case info.IsDir():
		return path, true
	case info.Mode().IsRegular() && IsDescriptor(path):
		return filepath.Dir(path), true
	}
	return "", false
}

func formOf(path string, size int64) (form archive.Form, what string, err error) {
	f, err := os.Open(path)
	if err != nil {
		return archive.Other, "", err
	}
	defer f.Close() //nolint:errcheck // only read
	form, what = archive.FormOf(f, size)
	return form, what, nil
}

// hasNeighbour tells whether a file lies beside a descriptor.
func hasNeighbour(path string) bool {
	_, err := os.Stat(filepath.Join(filepath.Dir(path), descriptor))
	return err == nil
}

// isTable tells whether a text is named as tables are.
func isTable(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".csv", ".tsv", ".tab", ".txt":
		return true
	}
	return false
}

func problem(path, found, mend string) data.Problems {
	return data.Problems{{File: filepath.Base(path), Found: found, Allowed: allowed, Mend: mend}}
}

// unreadable tells why something could not be read, without its path.
func unreadable(path string, err error) data.Problems {
	if errors.Is(err, fs.ErrNotExist) {
		return problem(path, "nothing at this path", "")
	}
	if pathErr, ok := errors.AsType[*fs.PathError](err); ok {
		err = pathErr.Err
	}
	return problem(path, "something that cannot be read ("+err.Error()+")", "")
}
