// Command land makes the map's files of land from Natural Earth, as the npm
// package world-atlas carries it. It needs npm, and is run by go generate.
//
//	go run ./script/land FOLDER
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/clip"

	"beltroad/internal/geo"
	"beltroad/script/npm"
)

const atlas = "world-atlas@2.0.2"

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: land FOLDER")
	}
	files, err := npm.Files(atlas)
	if err != nil {
		log.Fatal(err)
	}
	for from, to := range map[string]string{"package/land-110m.json": "coarse.bin", "package/land-50m.json": "fine.bin"} {
		if err := convert(files[from], filepath.Join(os.Args[1], to)); err != nil {
			log.Fatalf("%s: %v", from, err)
		}
	}
}

func convert(from []byte, to string) error {
	rings, err := decode(from)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := geo.WriteRings(&b, parted(rings)); err != nil {
		return err
	}
	fmt.Printf("%s: %d rings, %d bytes\n", to, len(rings), b.Len())
	return os.WriteFile(to, b.Bytes(), 0o644)
}

// topology is what is needed of a TopoJSON file: lines that polygons share,
// each point as the way from the last one, in whole steps.
type topology struct {
	Transform struct{ Scale, Translate [2]float64 }
	Arcs      [][][2]int
	Objects   struct {
		Land struct {
			Geometries []struct {
				Type string
				Arcs [][][]int // of a MultiPolygon: the arcs of each ring of each polygon
			}
		}
	}
}

// decode reads the rings of a file, in degrees.
func decode(b []byte) ([]orb.Ring, error) {
	var t topology
	if err := json.Unmarshal(b, &t); err != nil {
		return nil, err
	}
	var rings []orb.Ring
	for _, g := range t.Objects.Land.Geometries {
		if g.Type != "MultiPolygon" {
			return nil, fmt.Errorf("a geometry is a %s", g.Type)
		}
		for _, polygon := range g.Arcs {
			for _, arcs := range polygon {
				rings = append(rings, t.ring(arcs))
			}
		}
	}
	return rings, nil
}

// ring joins arcs. One with a negative number runs backwards; each begins where
// the last one ended.
func (t *topology) ring(arcs []int) orb.Ring {
	var ring orb.Ring
	for _, i := range arcs {
		backwards := i < 0
		if backwards {
			i = ^i
		}
		var line orb.LineString
		at := [2]int{}
		for _, by := range t.Arcs[i] {
			at[0], at[1] = at[0]+by[0], at[1]+by[1]
			line = append(line, orb.Point{
				float64(at[0])*t.Transform.Scale[0] + t.Transform.Translate[0],
				float64(at[1])*t.Transform.Scale[1] + t.Transform.Translate[1],
			})
		}
		if backwards {
			line.Reverse()
		}
		if len(ring) > 0 {
			line = line[1:]
		}
		ring = append(ring, line...)
	}
	return ring
}

// parted cuts rings at the edges of the map and counts longitudes from its middle.
func parted(rings []orb.Ring) []orb.Ring {
	const edge = geo.Meridian - 180
	var all []orb.Ring
	for _, r := range rings {
		r = unrolled(r)
		for turn := -360.0; turn <= 360; turn += 360 {
			window := orb.Bound{Min: orb.Point{edge + turn, -90}, Max: orb.Point{edge + turn + 360, 90}}
			part := clip.Ring(window, r.Clone())
			if len(part) < 4 {
				continue
			}
			for i := range part {
				part[i][0] = max(-180, min(part[i][0]-turn-geo.Meridian, 180))
			}
			all = append(all, bent(part))
		}
	}
	return all
}

// unrolled lets longitudes go on beyond 180° where a ring crosses that meridian.
// A ring around a pole is closed over the pole.
func unrolled(r orb.Ring) orb.Ring {
	out := orb.Ring{r[0]}
	for i, p := range r[1:] {
		p[0] = out[i][0] + geo.Wrap(p[0]-out[i][0])
		out = append(out, p)
	}
	if first, last := out[0], out[len(out)-1]; last[0]-first[0] > 180 || first[0]-last[0] > 180 {
		pole := 90.0
		if first[1] < 0 {
			pole = -90
		}
		out = append(out, orb.Point{last[0], pole}, orb.Point{first[0], pole}, first)
	}
	return out
}

// bent adds points to the stretches along the map's edges: straight in degrees,
// they are curves on the map.
func bent(r orb.Ring) orb.Ring {
	const most = 2.0 // degrees
	out := orb.Ring{r[0]}
	for i, p := range r[1:] {
		last := r[i]
		if along := p[1] - last[1]; p[0] == last[0] && max(p[0], -p[0]) > 179.99 {
			for n, k := int(max(along, -along)/most), 1; k <= n; k++ {
				out = append(out, orb.Point{p[0], last[1] + along*float64(k)/float64(n+1)})
			}
		}
		out = append(out, p)
	}
	return out
}
