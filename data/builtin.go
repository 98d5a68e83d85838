package data

import (
	"embed"
	"io/fs"
	"path"
	"slices"
)

//go:generate go run ./internal/generate

// A folder with a dossier needs its line here, and nothing else.
//
//go:embed beltroad agenda2030
var files embed.FS

// first is the built-in dossier that is shown where nobody has chosen one.
const first = "beltroad"

// BuiltIn is a dossier that comes with the program.
type BuiltIn struct {
	Name string // of its folder
	FS   fs.FS
}

// Builtins are the dossiers that come with the program, that of [Builtin] first.
func Builtins() []BuiltIn {
	folders, _ := files.ReadDir(".") // which is there
	all := make([]BuiltIn, 0, len(folders))
	for _, f := range folders {
		if _, err := fs.Stat(files, path.Join(f.Name(), descriptorFile)); err == nil {
			all = append(all, BuiltIn{f.Name(), builtin(f.Name())})
		}
	}
	slices.SortStableFunc(all, func(a, b BuiltIn) int {
		switch first {
		case a.Name:
			return -1
		case b.Name:
			return 1
		}
		return 0
	})
	return all
}

// Builtin is the folder of the built-in dossier.
func Builtin() fs.FS { return builtin(first) }

func builtin(name string) fs.FS {
	folder, err := fs.Sub(files, name)
	if err != nil {
		panic(err) // only for a name that is no path, and these are of folders
	}
	return folder
}
