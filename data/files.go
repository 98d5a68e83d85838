package data

import (
	"maps"
	"slices"
)

// Files are the paths of the files that the dossier is made of: its descriptor
// first, then the others that it names, sorted. A licence's may not be there.
func (d *Dossier) Files() []string {
	named := map[string]bool{}
	for _, file := range d.paths {
		named[file] = true
	}
	for _, l := range d.lessons {
		named[l.Path] = true
	}
	for _, l := range d.metadata.Licences {
		if checkPath(l.Path) == nil {
			named[l.Path] = true
		}
	}
	delete(named, "") // an optional table that the dossier has not
	delete(named, descriptorFile)
	return slices.Clip(append([]string{descriptorFile}, slices.Sorted(maps.Keys(named))...))
}
