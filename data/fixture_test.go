package data

import (
	"errors"
	"io/fs"
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"beltroad/data/internal/schema"
)

// goodFiles are the files of a small dossier that opens.
func goodFiles() map[string]string {
	return map[string]string{
		"datapackage.json": goodDescriptor(),
		"pillars.csv": "id,order,name,short_name,summary,paragraphs\n" +
			"rail,2,Railways,Rail,About trains.,2;3\n" +
			"sea,1,Shipping,Sea,\"Ships, and ports.\",4\n",
		"projects.csv": "id,name,also_known_as,pillar,kind,status,countries,summary,start,paragraphs,not_stated\n" +
			"north-line,North Line,NL;Line of the North,rail,railway,operating,CHN;LAO,A line.,2021-12,2;3,Its length;Its cost\n" +
			"old-port,Old Port,,sea,port,,GRC,A port.,,4,\n" +
			"pact,Pact,,,agreement,,,A pact.,,1,\n",
		"figures.csv": "id,pillar,project,label,text,value,value_max,comparator,unit,counts,period_start,period_end,as_of,claim,speaker,paragraph,caution\n" +
			"riders,rail,north-line,Riders,21 million,21000000,,exact,passengers,Journeys,2021-12,2023-09,,reported,A. Writer,2,Who counted?\n" +
			"growth,rail,,Growth,1.5%-2.5%,1.5,2.5,range,percent,Growth of income,,,2030,estimate,,3,\n" +
			"masks,,,Masks,tens of billions,10000000000,100000000000,order,masks,Masks sent,2020,2020-06,,reported,A. Writer,3,\n" +
			"port-rank,sea,old-port,Rank,fourth-largest,4,,rank,rank,Place among ports,,,,opinion,A. Writer,4,\n",
		"second_sources.csv": "id,figure,source,text,value,value_max,comparator,unit,counts,as_of,relation,independence,note\n" +
			"riders-survey,riders,survey2020,about 20 million,20000000,,about,passengers,Journeys by a survey,2023,differs,independent,A survey counts fewer.\n" +
			"growth-survey,growth,survey2020,faster growth,,,,,Growth of income,2020,context,independent,\n",
		"statements.csv": "id,parent,section,pillar,claim,text,paragraph\n" +
			"results,,I,,reported,Results.,1\n" +
			"result-rail,results,I,rail,reported,Trains run.,2\n" +
			"result-sea,results,I,sea,opinion,Ships sail.,4\n" +
			"tasks,,III,,commitment,Tasks.,4\n",
		"events.csv": "id,date,label,project,paragraph\n" +
			"opening,2021-12-03,Line opened,north-line,2\n" +
			"speech,2023,A speech,,1\n",
		"places.csv": "id,name,kind,country,lon,lat,source\n" +
			"boten,Boten,city,LAO,101.68,21.18,GeoNames\n" +
			"mohan,Mohan,city,CHN,101.69,21.19,GeoNames\n",
		"project_places.csv": "project,place,role,paragraph,source\n" +
			"north-line,boten,terminus,2,\n" +
			"north-line,mohan,terminus,,survey2020\n",
		"paragraphs.csv": "n,section,heading,kind,pillar,summary\n" +
			"1,front,,title,,A title about a pact.\n" +
			"2,I,Rail,body,rail,\"The North Line (NL) carried 21 million riders, then 21 million more.\"\n" +
			"3,I,Rail,body,rail,\"Growth of 1.5%-2.5% is expected, and tens of billions of masks; see the North Line.\"\n" +
			"4,III,Sea,body,sea,The Old Port is the fourth-largest.\n",
		"synonyms.csv": "id,words\n" +
			"ship,ship;vessel;船\n" +
			"line,line;track\n",
		"routes.geojson": `{"type": "FeatureCollection", "features": [{"type": "Feature",
"properties": {"project": "north-line", "status": "operating", "schematic": true, "paragraph": 2},
"geometry": {"type": "LineString", "coordinates": [[101.68, 21.18], [101.69, 21.19]]}}]}
`,
		"sources.json": `[{"id": "writer2023", "type": "article-journal", "title": "A Title", "volume": 7, "issue": "21",
"author": [{"family": "Writer", "given": "A."}], "container-title": "A Journal", "issued": {"date-parts": [[2023, 11, "01"]]},
"accessed": {"raw": "2024-01-05"}, "URL": "https://example.org/a", "language": "en", "custom": {"kept": [1, 2]}},
{"id": "survey2020", "type": "report", "title": "A Survey"}]
`,
	}
}

func goodDescriptor() string {
	b, err := schema.Describe([]byte(`{
"$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
"name": "small", "title": "A small dossier", "version": "1.0.0", "description": "For tests.",
"licenses": [{"name": "CC-BY-4.0", "title": "Attribution", "path": "https://example.org/by"}],
"headline": ["riders", "masks"],
"language": "en-GB",
"sections": [{"id": "front", "title": "Front", "role": "front"}, {"id": "I", "title": "Part I"},
{"id": "III", "title": "Part III", "role": "commitments"}, {"id": "back", "role": "back"}],
"kinds": [{"id": "railway", "one": "railway", "other": "railways", "layer": "rail"}, {"id": "port", "layer": "sea"}, {"id": "agreement"}],
"statuses": [{"id": "operating", "name": "in use"}, {"id": "planned", "line": "dotted"}],
"units": [{"id": "passengers", "name": "passengers carried", "one": "passenger", "other": "passengers"},
{"id": "percent", "sign": "{n}%"}, {"id": "masks", "form": "full"}, {"id": "EUR", "sign": "€"}],
"layers": [{"id": "rail", "name": "Rails", "band": true}, {"id": "sea", "shape": "ring", "overview": false}],
"pillarColors": [{"light": "#6B4A9C", "dark": "#B79AE6"}]}`))
	if err != nil {
		panic(err)
	}
	return string(b)
}

// mapFS is a file system of these files.
func mapFS(files map[string]string) fstest.MapFS {
	fsys := make(fstest.MapFS, len(files))
	for path, content := range files {
		fsys[path] = &fstest.MapFile{Data: []byte(content), Mode: 0o644}
	}
	return fsys
}

// with are the good files, with some replaced.
func with(changed map[string]string) map[string]string {
	files := goodFiles()
	maps.Copy(files, changed)
	return files
}

// edit is a good file with its first old text replaced; it must be there.
func edit(t testing.TB, file, old, replacement string) map[string]string {
	t.Helper()
	content := goodFiles()[file]
	if !strings.Contains(content, old) {
		t.Fatalf("the good %s has no %q", file, old)
	}
	return map[string]string{file: strings.Replace(content, old, replacement, 1)}
}

func mustOpen(t testing.TB, fsys fs.FS) *Dossier {
	t.Helper()
	d, err := Open(fsys)
	if err != nil {
		t.Fatalf("Open: %v", err)
	}
	return d
}

// refused opens a dossier that must not open, and returns its problems.
func refused(t testing.TB, fsys fs.FS) Problems {
	t.Helper()
	d, err := Open(fsys)
	var ps Problems
	if d != nil || !errors.As(err, &ps) || len(ps) == 0 {
		t.Fatalf("Open = %v, %v; want no dossier and Problems", d, err)
	}
	return ps
}
