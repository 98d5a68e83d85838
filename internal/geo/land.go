package geo

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"sync"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// Land is the land of the Earth on the plane, in two degrees of detail.
type Land struct {
	Coarse Rings
	Fine   func() Rings // read when they are first needed; nil: there are none

	// What the next picture is drawn with and in: they are large.
	masks    sync.Pool // of *image.Alpha
	pictures sync.Pool // of *image.RGBA
}

// Rings are the outlines of land on the plane. Lakes run the other way round.
type Rings []Outline

// Outline is one ring with what it covers.
type Outline struct {
	Ring  orb.Ring
	Bound orb.Bound
}

// Units is how many units of a land file a degree has.
const Units = 500

// The file's bounds: what is more than that is refused before it is read.
const (
	mostRings  = 20_000
	mostPoints = 1_000_000
	mostBytes  = 16 << 20
)

var errLand = errors.New("not a file of land")

// ReadRings reads the file that WriteRings writes. It refuses a file that is cut
// off, that goes on, or that leaves the Earth.
func ReadRings(b []byte) (Rings, error) {
	file := bytes.NewReader(b)
	raw, err := io.ReadAll(io.LimitReader(flate.NewReader(file), mostBytes))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errLand, err)
	}
	if file.Len() > 0 {
		return nil, fmt.Errorf("%w: it goes on", errLand)
	}
	return inflated(raw)
}

// inflated reads the numbers of a file.
func inflated(raw []byte) (Rings, error) {
	r := landReader{raw: raw}
	rings := r.rings()
	if r.failed || len(r.raw) > 0 {
		return nil, errLand
	}
	return rings, nil
}

// landReader reads numbers until one is wrong.
type landReader struct {
	raw    []byte
	points int
	failed bool
}

// number reads a number that is at most so large.
func (r *landReader) number(most uint64) int {
	n, size := binary.Uvarint(r.raw)
	if r.failed || size <= 0 || n > most {
		r.failed = true
		return 0
	}
	r.raw = r.raw[size:]
	return int(n) // #nosec G115 -- it is at most a small number
}

// change reads a difference between neighbours.
func (r *landReader) change() int {
	n, size := binary.Varint(r.raw)
	if r.failed || size <= 0 || n < -360*Units || n > 360*Units {
		r.failed = true
		return 0
	}
	r.raw = r.raw[size:]
	return int(n)
}

func (r *landReader) rings() Rings {
	n := r.number(mostRings)
	rings := make(Rings, 0, n)
	for range n {
		ring := r.ring()
		if r.failed {
			return nil
		}
		rings = append(rings, Outline{ring, ring.Bound()})
	}
	return rings
}

func (r *landReader) ring() orb.Ring {
	n := r.number(mostPoints)
	if r.points += n; n < 4 || r.points > mostPoints {
		r.failed = true
	}
	ring := make(orb.Ring, 0, min(n, len(r.raw)))
	east, north := 0, 0
	for range n {
		east, north = east+r.change(), north+r.change()
		if r.failed || east < -180*Units || east > 180*Units || north < -90*Units || north > 90*Units {
			r.failed = true
			return nil
		}
		ring = append(ring, project(float64(east)/Units, float64(north)/Units))
	}
	return ring
}

// WriteRings writes rings of degrees, counted east from the map's Meridian and
// north, as a file: the number of rings; for each ring the number of points, and of
// each point the way from the last one in whole Units. Numbers are variable-length
// integers; the whole is deflated.
func WriteRings(w io.Writer, rings []orb.Ring) error {
	raw := binary.AppendUvarint(nil, uint64(len(rings)))
	for _, ring := range rings {
		raw = binary.AppendUvarint(raw, uint64(len(ring)))
		var last [2]int64
		for _, p := range ring {
			for axis, degrees := range p {
				at := int64(math.Round(degrees * Units))
				raw = binary.AppendVarint(raw, at-last[axis])
				last[axis] = at
			}
		}
	}
	out, err := flate.NewWriter(w, flate.BestCompression)
	if err != nil {
		return err
	}
	if _, err := out.Write(raw); err != nil {
		return err
	}
	return out.Close()
}

// Holds tells whether a position is on land.
func (r Rings) Holds(lon, lat float64) bool {
	p, crossings := Project(lon, lat), 0
	if math.IsNaN(p[0] + p[1]) { // every bound seems to contain it
		return false
	}
	for i := range r {
		// a lake is a ring in a ring: twice inside is outside
		if r[i].Bound.Contains(p) && planar.RingContains(r[i].Ring, p) {
			crossings++
		}
	}
	return crossings%2 == 1
}
