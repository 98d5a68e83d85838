package making

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"sync"
	"unicode/utf8"

	"beltroad/internal/draft"
	"beltroad/internal/kept"
)

const (
	format        = "beltroad.corrections"
	formatVersion = 1
	folder        = "corrections"
	mostFile      = 8 << 20 // bytes
	mostCells     = 20_000
	mostText      = 4_000 // bytes of a text of a cell
)

// Keeper keeps what was corrected in one spreadsheet beside the app's other files. It goes
// by the spreadsheet's path, and by what stands in the rows. Several goroutines may use it.
type Keeper struct {
	file   *kept.File
	path   string
	saving sync.Mutex // one save after the other

	mu      sync.Mutex
	ours    corrections
	base    corrections // as they were when they were last read or saved
	changes int
	saved   int // what changes was when all was saved

	saver kept.Saver
}

// corrections are cells with what they were corrected to.
type corrections map[correction]string

type correction struct {
	key
	at   draft.At
	name string
}

// NewKeeper keeps what is corrected in the spreadsheet at a path, in a folder below dir.
// Told hears, on any goroutine, how saving ended.
func NewKeeper(dir, path string, told func(error)) *Keeper {
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	sum := sha256.Sum256([]byte(path))
	k := &Keeper{file: kept.At(dir, folder, hex.EncodeToString(sum[:8])+".json"), path: path}
	k.saver = kept.Saver{Save: k.Save, Left: k.Left, Told: told}
	return k
}

// load reads what was corrected before. It waits for the disk.
func (k *Keeper) load() (corrections, error) {
	unlock, err := k.file.Lock()
	if err != nil {
		return nil, err
	}
	defer unlock()
	all, err := k.read()
	k.mu.Lock()
	defer k.mu.Unlock()
	k.ours, k.base = all, all
	return all, err
}

// read reads the file, which is locked. What is damaged is set aside; the error is that
// nothing may be written, or where the damaged one is.
func (k *Keeper) read() (all corrections, err error) {
	var damaged error
	_, err = k.file.Load(mostFile, func(b []byte) (stop bool, err error) {
		all, err = decode(b, k.path)
		return errors.Is(err, errNewer), err
	}, func(as string, err error) { damaged = &kept.Damaged{What: kept.Corrections, Kept: as, Err: err} })
	if err != nil {
		return nil, err
	}
	return all, damaged
}

// set takes up what is corrected by now.
func (k *Keeper) set(all corrections) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if maps.Equal(all, k.ours) {
		return
	}
	k.ours = all
	k.changes++
	k.saver.Changed()
}

// Left tells whether something is to be saved.
func (k *Keeper) Left() bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.changes != k.saved
}

// Save brings what has changed to the disk. What another window or program has corrected
// there meanwhile stays.
func (k *Keeper) Save() error {
	k.saving.Lock()
	defer k.saving.Unlock()
	if !k.Left() {
		return nil
	}
	unlock, err := k.file.Lock()
	if err != nil {
		return err
	}
	defer unlock()
	theirs, err := k.read()
	if _, damaged := errors.AsType[*kept.Damaged](err); err != nil && !damaged {
		return err
	}
	k.mu.Lock()
	ours, base, changes := k.ours, k.base, k.changes
	k.mu.Unlock()
	b, err := encode(merged(ours, theirs, base), k.path)
	if err == nil {
		err = k.file.Write(b)
	}
	if err != nil {
		return err
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.base, k.saved = ours, changes
	return nil
}

// merged are theirs with what has changed in ours since both were the same.
func merged(ours, theirs, base corrections) corrections {
	all := corrections{}
	maps.Copy(all, theirs)
	for c, was := range base {
		if _, stays := ours[c]; !stays && theirs[c] == was {
			delete(all, c)
		}
	}
	for c, value := range ours {
		if was, known := base[c]; !known || was != value {
			all[c] = value
		}
	}
	return all
}

var errNewer = errors.New("a later version of the program has written it")

// file is what is written. A member is never added without another version.
type file struct {
	Format  string     `json:"format"`
	Version int        `json:"version"`
	Path    string     `json:"path"` // of the spreadsheet
	Cells   []keptCell `json:"cells"`
}

type keptCell struct {
	Sheet   string `json:"sheet"`
	Row     int    `json:"row"`
	Label   string `json:"label"`   // of the row, as it is written
	Written string `json:"written"` // its quantity, likewise
	Column  string `json:"column"`
	Value   string `json:"value"`
}

func encode(all corrections, path string) ([]byte, error) {
	f := file{Format: format, Version: formatVersion, Path: path, Cells: []keptCell{}}
	for c, value := range all {
		f.Cells = append(f.Cells, keptCell{c.at.Sheet, c.at.Row, c.label, c.written, c.name, value})
	}
	slices.SortFunc(f.Cells, func(a, b keptCell) int {
		return cmp.Or(cmp.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Row, b.Row), cmp.Compare(a.Column, b.Column), cmp.Compare(a.Label, b.Label), cmp.Compare(a.Written, b.Written))
	})
	f.Cells = f.Cells[:min(len(f.Cells), mostCells)]
	return kept.JSON(f)
}

// columns are those that can be corrected.
func columns() []string { return []string{Comparator, Value, Max, Unit, Counts, Pillar, Claim} }

func decode(b []byte, path string) (corrections, error) {
	var f file
	if err := json.Unmarshal(b, &f); err != nil {
		return nil, err
	}
	switch {
	case !utf8.Valid(b):
		return nil, errors.New("not UTF-8")
	case f.Format != format:
		return nil, errors.New("not a file of corrections")
	case f.Version > formatVersion:
		return nil, errNewer
	case f.Version != formatVersion || len(f.Cells) > mostCells:
		return nil, errors.New("no program has written it")
	case f.Path != path: // which has the same hash
		return corrections{}, nil
	}
	all := make(corrections, len(f.Cells))
	for _, c := range f.Cells {
		if !slices.Contains(columns(), c.Column) || c.Value == "" || c.Row < 1 || max(len(c.Sheet), len(c.Label), len(c.Written), len(c.Value)) > mostText {
			return nil, fmt.Errorf("%.40q is no correction of row %d", c.Column, c.Row)
		}
		at := draft.At{Sheet: c.Sheet, Row: c.Row}
		all[correction{key{c.Sheet, c.Label, c.Written}, at, c.Column}] = c.Value
	}
	return all, nil
}

// rows are how many rows are corrected. What is corrected in a row is one thing to its user,
// of however many cells.
func (all corrections) rows() int {
	type row struct {
		key
		at draft.At
	}
	is := map[row]bool{}
	for c := range all {
		is[row{c.key, c.at}] = true
	}
	return len(is)
}

// steps are corrections as they are undone: those of a row at once.
func (all corrections) steps() []step {
	rows := map[draft.At][]cell{}
	for c, value := range all {
		rows[c.at] = append(rows[c.at], cell{row: c.key, at: c.at, name: c.name, value: value})
	}
	var steps []step
	for _, at := range slices.SortedFunc(maps.Keys(rows), func(a, b draft.At) int { return cmp.Or(cmp.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Row, b.Row)) }) {
		cells := rows[at]
		slices.SortFunc(cells, func(a, b cell) int { return cmp.Or(cmp.Compare(a.name, b.name), cmp.Compare(a.value, b.value)) })
		steps = append(steps, step{cells: cells})
	}
	return steps
}

// correctionsOf are those that steps leave, with those that wait for their rows.
func correctionsOf(steps []step, waiting []cell) corrections {
	all := corrections{}
	for _, s := range append([]step{{cells: waiting}}, steps...) {
		for _, c := range s.cells {
			if len(c.row.label) > mostText || len(c.row.written) > mostText || len(c.value) > mostText {
				continue
			}
			if id := (correction{c.row, c.at, c.name}); c.value == "" {
				delete(all, id)
			} else {
				all[id] = c.value
			}
		}
	}
	return all
}
