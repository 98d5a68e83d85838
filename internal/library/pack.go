package library

import (
	"archive/zip"
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"time"

	"beltroad/data"
	"beltroad/internal/atomicfile"
)

// Pack writes a dossier into one file: what its descriptor names, and nothing else.
// The same files become the same bytes. What is no dossier is not packed: the error
// is a [data.Problems] then.
func Pack(ctx context.Context, fsys fs.FS, path string, watch data.Watch) error {
	d, err := data.OpenWith(ctx, fsys, watch)
	if err != nil {
		return err
	}
	return atomicfile.Write(path, 0o666, func(w io.Writer) error { return pack(ctx, fsys, d.Files(), w) })
}

// PackInto is Pack into what is being written.
func PackInto(ctx context.Context, fsys fs.FS, w io.Writer) error {
	d, err := data.OpenWith(ctx, fsys, data.Watch{})
	if err != nil {
		return err
	}
	return pack(ctx, fsys, d.Files(), w)
}

// pack writes files into a zip file.
func pack(ctx context.Context, fsys fs.FS, names []string, w io.Writer) error {
	out := zip.NewWriter(w)
	for _, name := range names {
		if err := packFile(ctx, fsys, name, out); err != nil {
			return err
		}
	}
	return out.Close()
}

// packedAt is the time of all that is packed: the first that a zip file can tell.
var packedAt = time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)

// packFile leaves out what is no file, as nothing of it would be read.
func packFile(ctx context.Context, fsys fs.FS, packed string, out *zip.Writer) error {
	name := packed
	if packed == descriptor {
		name = cmp.Or(descriptorOf(fsys), descriptor)
	}
	info, err := fs.Lstat(fsys, name)
	if errors.Is(err, fs.ErrNotExist) || err == nil && !info.Mode().IsRegular() {
		return nil
	}
	if err != nil {
		return err
	}
	in, err := fsys.Open(name)
	if err != nil {
		return err
	}
	defer in.Close() //nolint:errcheck // only read
	part, err := out.CreateHeader(&zip.FileHeader{Name: packed, Method: zip.Deflate, Modified: packedAt})
	if err != nil {
		return err
	}
	_, err = io.Copy(part, reading{ctx, in})
	return err
}

// reading ends with its context.
type reading struct {
	ctx context.Context //nolint:containedctx // it lives as long as one file is read
	io.Reader
}

func (r reading) Read(b []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.Reader.Read(b)
}
