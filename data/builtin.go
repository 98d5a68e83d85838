package data

import (
	"embed"
	"io/fs"
)

//go:generate go run ./internal/generate

//go:embed beltroad
var files embed.FS

// Builtin is the folder of the built-in dossier.
func Builtin() fs.FS {
	folder, err := fs.Sub(files, "beltroad")
	if err != nil {
		panic(err) // only for a name that is no path, and this one is fixed
	}
	return folder
}
