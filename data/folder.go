package data

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// OpenDir reads the dossier in a folder of the disk, as [OpenWith] does. The folder
// itself may be reached through a link; nothing in it may be one, or lead out of it.
func OpenDir(ctx context.Context, path string, watch Watch) (*Dossier, error) {
	folder, problem := dossierFolder(path)
	if problem != (Problem{}) {
		problem.File = filepath.Base(path)
		return nil, alone(problem, watch)
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		p := unreadable(err)
		p.File, p.Allowed = filepath.Base(path), "a folder that holds a dossier"
		return nil, alone(p, watch)
	}
	defer root.Close() //nolint:errcheck // only read
	return OpenWith(ctx, root.FS(), watch)
}

// alone is the one problem of a path that leads to no dossier.
func alone(p Problem, watch Watch) error {
	r := report{tell: watch.Problem}
	r.add(p)
	return r.problems()
}

// dossierFolder is the folder that a path means: itself, or that of the
// datapackage.json that it names. What a path is has to be asked before it is
// opened: a pipe would keep its opener waiting.
func dossierFolder(path string) (string, Problem) {
	const allowed = "a folder that holds a dossier"
	info, err := os.Stat(path)
	switch {
	case err != nil:
		p := unreadable(err)
		p.Found, p.Allowed = strings.Replace(p.Found, "file", "folder", 1), allowed
		return "", p
	case info.IsDir():
		return path, missingDescriptor(path)
	case !info.Mode().IsRegular():
		return "", Problem{Found: "something that is neither a folder nor a file", Allowed: allowed}
	case strings.EqualFold(filepath.Base(path), descriptorFile):
		return filepath.Dir(path), Problem{}
	}
	p := Problem{Found: "a file", Allowed: allowed}
	if !isMissing(filepath.Join(filepath.Dir(path), descriptorFile)) {
		p.Mend = "the folder that this file is in"
	}
	return "", p
}

// missingDescriptor tells a folder that has no dossier, but folders in it do.
func missingDescriptor(folder string) Problem {
	if !isMissing(filepath.Join(folder, descriptorFile)) || inFolder(os.DirFS(folder), descriptorFile) != descriptorFile {
		return Problem{} // what is wrong with it is told when it is read
	}
	const shown = 3
	entries, _ := os.ReadDir(folder) // of a folder that cannot be read, nothing is known
	var names []string
	for _, e := range entries {
		if _, err := os.Lstat(filepath.Join(folder, e.Name(), descriptorFile)); err == nil && len(names) < shown {
			names = append(names, quoted(e.Name()))
		}
	}
	if len(names) == 0 {
		return Problem{}
	}
	return Problem{
		Found: "a folder without " + descriptorFile, Allowed: "a folder that holds a dossier",
		Mend: "the folder in it that does: " + strings.Join(names, ", "),
	}
}

func isMissing(path string) bool {
	_, err := os.Lstat(path)
	return errors.Is(err, fs.ErrNotExist)
}
