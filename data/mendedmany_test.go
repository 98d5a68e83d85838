package data

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
)

// faulty is a dossier with so many figures, in each of which two words are not as
// they have to be in a way that is beyond doubt, and in some a third in one that
// is not.
func faulty(commas, capitals, unsafe int) fs.FS {
	files := goodFiles()
	var b strings.Builder
	b.WriteString(files["figures.csv"])
	for i := range max(commas, capitals) {
		number, claim, unit := "1.5", "reported", "passengers"
		if i < commas {
			number = "1 000,5"
		}
		if i < capitals {
			claim = "REPORTED"
		}
		if unsafe > 0 && i%(commas/unsafe) == 0 {
			unit = "furlongs"
		}
		fmt.Fprintf(&b, "riders-%d,rail,north-line,Riders,so many,\"%s\",,about,%s,Journeys,,,,%s,A. Writer,2,Who?\n", i, number, unit, claim)
	}
	files["figures.csv"] = b.String()
	return mapFS(files)
}

// All that is beyond doubt is mended at once, however much of it there is and
// whatever else is wrong; what remains is told.
func TestManyMends(t *testing.T) {
	for name, test := range map[string]struct{ commas, capitals, unsafe, left int }{
		"safe alone":                   {5000, 1000, 0, 0},
		"and unsafe ones":              {5000, 1000, 20, 20},
		"and more than a report lists": {5000, 1000, 500, MaxProblems + 1},
		"more than are kept at once":   {mostMends/2 + 1000, mostMends / 2, 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			fsys := faulty(test.commas, test.capitals, test.unsafe)
			if ps := refused(t, fsys); len(ps) != MaxProblems+1 {
				t.Fatalf("%d are told", len(ps))
			}
			last := 0.0
			mended, n, err := Mended(t.Context(), fsys, Watch{Read: func(done, total int64) {
				share := float64(done) / float64(max(total, 1))
				if share < last-1e-6 || share > 1 {
					t.Fatalf("%v after %v", share, last)
				}
				last = share
			}})
			if err != nil || n != test.commas+test.capitals {
				t.Fatalf("%d mends, %v", n, err)
			}
			d, err := Open(mended)
			var left Problems
			errors.As(err, &left)
			if len(left) != test.left || slices.ContainsFunc(left, func(p Problem) bool { return p.Safe }) {
				t.Fatalf("left are %d: %.500v", len(left), left)
			}
			if test.left > 0 {
				return
			}
			for i, f := range d.Figures()[len(d.Figures())-max(test.commas, test.capitals):] {
				if i < test.commas && f.Quantity.Value != 1000.5 || f.Claim != Reported {
					t.Fatalf("figure %d is %+v", i, f)
				}
			}
		})
	}
}

// Mending ends with its context, wherever it is.
func TestMendingIsCancelled(t *testing.T) {
	for _, after := range []int64{0, 30, 49, 60, 70} {
		ctx, cancel := context.WithCancel(t.Context())
		_, _, err := Mended(ctx, faulty(5000, 1000, 20), Watch{Read: func(done, total int64) {
			if done*100 >= total*after {
				cancel()
			}
		}})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("after %d of 100: %v", after, err)
		}
		cancel()
	}
}
