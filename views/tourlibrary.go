package views

import (
	"bytes"
	"io"
	"io/fs"
	"sync"
	"time"

	"beltroad/data"
	"beltroad/internal/library"
	page "beltroad/views/library"
)

// pictureDossiers are those that pictures know of.
type pictureDossiers struct{}

// Entries implements [Frame]: those that come with the program.
func (pictureDossiers) Entries() []library.Entry {
	shelf, _ := library.OpenShelf("") // which in memory cannot fail
	return shelf.Entries()
}

// What is done with dossiers is done in no picture.
func (pictureDossiers) ChooseDossier()           {}
func (pictureDossiers) ChooseFolder()            {}
func (pictureDossiers) ChooseOther(bool)         {}
func (pictureDossiers) OpenDossier(string, bool) {}
func (pictureDossiers) OpenVersion(string)       {}
func (pictureDossiers) CopyDossier(string)       {}
func (pictureDossiers) ShowFolder(string)        {}
func (pictureDossiers) ShowSheet(string)         {}
func (pictureDossiers) RemoveDossier(string)     {}
func (pictureDossiers) RestoreDossier()          {}
func (pictureDossiers) BringBack(string)         {}

// Removed implements [Frame]: one was, so that pictures have all of the page.
func (pictureDossiers) Removed() []library.Entry {
	return []library.Entry{{ID: "removed", Place: library.Copied, Title: "Example", Version: "1", Removed: time.Date(2025, time.March, 4, 12, 0, 0, 0, time.UTC)}}
}

// Refused implements [Frame].
func (pictureDossiers) Refused() *page.Refusal { return spoilt() }

// spoilt is what the tour shows as refused: a dossier with wrong words in the table of
// figures, of which some have one mend.
var spoilt = sync.OnceValue(func() *page.Refusal {
	_, err := data.Open(spoiltFiles{data.Builtin()})
	problems, _ := err.(data.Problems) //nolint:errorlint // Open returns no other
	nothing := func() {}
	return &page.Refusal{
		Name: "example.zip", Problems: problems,
		Do: page.Deeds{Copy: nothing, Mend: nothing, Folder: nothing, Open: nothing, Cancel: nothing, Close: nothing},
	}
})

// spoiltFiles are those of a dossier with a wrong word in the table of figures.
type spoiltFiles struct{ fs.FS }

// Open implements [fs.FS].
func (f spoiltFiles) Open(name string) (fs.File, error) {
	in, err := f.FS.Open(name)
	if err != nil || name != "figures.csv" {
		return in, err
	}
	b, err := io.ReadAll(in)
	if err != nil {
		return nil, err
	}
	info, err := in.Stat()
	b = bytes.Replace(b, []byte(",over,"), []byte(",0ver,"), 2)
	b = bytes.Replace(b, []byte(",exact,"), []byte(",EXACT,"), 2)
	return &spoiltFile{bytes.NewReader(b), info}, err
}

type spoiltFile struct {
	*bytes.Reader
	info fs.FileInfo
}

func (f *spoiltFile) Stat() (fs.FileInfo, error) { return spoiltInfo{f.info, f.Size()}, nil }
func (*spoiltFile) Close() error                 { return nil }

type spoiltInfo struct {
	fs.FileInfo
	size int64
}

// Size implements [fs.FileInfo].
func (i spoiltInfo) Size() int64 { return i.size }

// ModTime implements [fs.FileInfo].
func (spoiltInfo) ModTime() time.Time { return time.Time{} }
