package ooxml

import (
	"archive/zip"
	"cmp"
	"io"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
)

// The names that all files share.
const (
	Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

	packageSpace = "http://schemas.openxmlformats.org/package/2006/"
	xmlType      = "application/xml"
	office       = "application/vnd.openxmlformats-officedocument."
	opc          = "application/vnd.openxmlformats-package."
)

// File is a file in the making. The zero File is empty.
type File struct {
	parts []part
	types map[string]string  // of parts, by name
	ways  map[string][]*Node // from a part, by its name; "" is the file itself
}

type part struct {
	name    string
	content []byte
}

// Add adds a part. Its type is what follows "application/vnd.openxmlformats-officedocument.".
func (f *File) Add(name, kind string, content *Node) {
	f.AddBytes(name, office+kind, content.Bytes())
}

// AddBytes adds a part of any type.
func (f *File) AddBytes(name, kind string, content []byte) {
	if f.types == nil {
		f.types, f.ways = map[string]string{}, map[string][]*Node{}
	}
	f.types[name] = kind
	f.parts = append(f.parts, part{name, content})
}

// Link makes a way from one part to another, and tells its id. From "" is the
// file itself. Kind is the end of the relation's name.
func (f *File) Link(from, kind, to string) (id string) {
	if f.ways == nil {
		f.types, f.ways = map[string]string{}, map[string][]*Node{}
	}
	space := Relations
	if strings.HasPrefix(kind, "metadata/") {
		space = packageSpace + "relationships"
	}
	id = "rId" + strconv.Itoa(len(f.ways[from])+1)
	f.ways[from] = append(f.ways[from], El("Relationship", "Id", id, "Type", space+"/"+kind, "Target", way(from, to)))
	return id
}

// way is how one part names another.
func way(from, to string) string {
	if from == "" {
		return to
	}
	up := ""
	for dir := path.Dir(from); ; dir, up = path.Dir(dir), up+"../" {
		if dir == "." {
			return up + to
		}
		if rest, ok := strings.CutPrefix(to, dir+"/"); ok {
			return up + rest
		}
	}
}

// About is what a file says of itself.
type About struct {
	Title, Subject, Author, Language string
	Program                          string
	Made                             time.Time
}

// Describe adds what the file says of itself.
func (f *File) Describe(a About) {
	const core = packageSpace + "metadata/core-properties"
	made := a.Made.UTC().Format(time.RFC3339)
	props := El("cp:coreProperties", "xmlns:cp", core, "xmlns:dc", "http://purl.org/dc/elements/1.1/",
		"xmlns:dcterms", "http://purl.org/dc/terms/", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance").Add(
		Text("dc:title", a.Title), Text("dc:subject", a.Subject), Text("dc:creator", a.Author), Text("dc:language", a.Language))
	for _, when := range []string{"created", "modified"} {
		n := Text("dcterms:"+when, made)
		props.Add(n.Set("xsi:type", "dcterms:W3CDTF"))
	}
	f.AddBytes("docProps/core.xml", opc+"core-properties+xml", props.Bytes())
	f.Add("docProps/app.xml", "extended-properties+xml", El("Properties",
		"xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties").Add(Text("Application", a.Program)))
	f.Link("", "metadata/core-properties", "docProps/core.xml")
	f.Link("", "extended-properties", "docProps/app.xml")
}

// Write writes the file. All its parts have one time, so that the same is the same.
func (f *File) Write(w io.Writer, made time.Time) error {
	out := zip.NewWriter(w)
	put := func(name string, content []byte) error {
		p, err := out.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: made.UTC()})
		if err != nil {
			return err
		}
		_, err = p.Write(content)
		return err
	}
	if err := put("[Content_Types].xml", f.contents().Bytes()); err != nil {
		return err
	}
	for _, from := range slices.Sorted(maps.Keys(f.ways)) {
		all := El("Relationships", "xmlns", packageSpace+"relationships").Add(f.ways[from]...)
		dir, name := path.Split(from)
		if err := put(dir+"_rels/"+name+".rels", all.Bytes()); err != nil {
			return err
		}
	}
	for _, p := range f.parts {
		if err := put(p.name, p.content); err != nil {
			return err
		}
	}
	return out.Close()
}

// contents are the types of all parts.
func (f *File) contents() *Node {
	types := El("Types", "xmlns", packageSpace+"content-types").Add(
		El("Default", "Extension", "rels", "ContentType", opc+"relationships+xml"),
		El("Default", "Extension", "xml", "ContentType", xmlType))
	parts := slices.SortedFunc(slices.Values(f.parts), func(a, b part) int { return cmp.Compare(a.name, b.name) })
	for _, p := range parts {
		types.Add(El("Override", "PartName", "/"+p.name, "ContentType", f.types[p.name]))
	}
	return types
}
