package data

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"sync"

	"beltroad/data/internal/schema"
)

// maxHeadline is how many figures can come first.
const maxHeadline = 24

// descriptor is datapackage.json, as far as a dossier uses it.
type descriptor struct {
	Schema      string `json:"$schema"`
	Name        string `json:"name"`
	Title       string `json:"title"`
	Version     string `json:"version"`
	Description string `json:"description"`
	Licenses    []struct {
		Name  string `json:"name"`
		Title string `json:"title"`
		Path  string `json:"path"`
	} `json:"licenses"`
	Language  string          `json:"language"`
	Headline  []string        `json:"headline"`
	Lessons   []string        `json:"lessons"`
	Resources json.RawMessage `json:"resources"`

	lists wordLists         // empty: one of them may be wrong
	raw   map[string][]byte // members; see rawMembers
}

// readDescriptor reads the metadata into d and learns where the resources are.
// It reports false where there is no descriptor at all, so that the folder is
// none of a dossier.
func (r *reader) readDescriptor(d *Dossier) bool {
	b, ok := r.readFile(inFolder(r.fsys, descriptorFile), maxDescriptor)
	if !ok {
		return false
	}
	var desc descriptor
	same, p := desc.decode(b)
	if p.Found != "" {
		if clean := r.withoutCommas(descriptorFile, b); clean != nil {
			b, desc = clean, descriptor{}
			same, p = desc.decode(b)
		}
	}
	if p != (Problem{}) {
		p.File = descriptorFile
		r.add(p)
		return false
	}
	r.checkMetadata(&desc)
	if !same {
		var own struct {
			Resources []schema.Resource `json:"resources"`
		}
		if p := jsonProblem(json.Unmarshal(b, &own), b, 0); p != (Problem{}) {
			p.File = descriptorFile
			r.add(p)
			return false
		}
		r.checkResources(own.Resources)
	}
	d.metadata = Metadata{
		Name: desc.Name, Title: desc.Title, Version: desc.Version, Description: desc.Description,
		Headline: desc.Headline,
	}
	r.readWords(&desc, d)
	d.lessons = r.readLessons(desc.Lessons)
	for _, l := range desc.Licenses {
		d.metadata.Licences = append(d.metadata.Licences, Licence(l))
	}
	return true
}

// decode reads a descriptor, and tells whether its resources are left out because
// they are the format's.
func (desc *descriptor) decode(b []byte) (same bool, p Problem) {
	head, same := withoutResources(b)
	if desc.decodeWhole(head) != (Problem{}) {
		p = decode(head, desc)
	}
	if same && desc.Resources != nil { // there are two such members: the whole is to be refused
		return false, decode(b, desc)
	}
	if p == (Problem{}) {
		desc.raw = rawMembers(head)
	}
	return same, p
}

// decodeWhole decodes a descriptor with its lists of words, or else leaves it as it
// was: then the lists are decoded in turn, to tell what is wrong in which.
func (desc *descriptor) decodeWhole(b []byte) Problem {
	if bytes.Count(b, []byte("{")) > maxWords {
		return Problem{Found: "more entries than a list may have"}
	}
	var whole struct {
		descriptor
		wordLists
	}
	p := decode(b, &whole)
	if p == (Problem{}) {
		*desc = whole.descriptor
		desc.lists = whole.wordLists
	}
	return p
}

// withoutResources is a descriptor without its resources, and same, if these
// are written as the built-in dossier writes them. Those agree with the format
// (tested), so they need not be decoded and compared member by member, which
// would take a third of the time of Open. Other descriptors are left whole.
func withoutResources(b []byte) (head []byte, same bool) {
	own := ownResources()
	if own == nil || !bytes.HasSuffix(b, own) {
		return b, false
	}
	return append(slices.Clip(b[:len(b)-len(own)]), '}'), true
}

// ownResources is the end of the built-in descriptor, from its resources on.
var ownResources = sync.OnceValue(func() []byte {
	own, err := files.ReadFile("beltroad/" + descriptorFile)
	at := bytes.LastIndex(own, []byte(",\n  \"resources\": "))
	if err != nil || at < 0 {
		return nil
	}
	return own[at:]
})

func (r *reader) descriptorProblem(member, found, allowed string) {
	r.add(Problem{File: descriptorFile, Column: member, Found: found, Allowed: allowed})
}

// meant is what a member of the descriptor is read as that is not allowed: what it
// means, if that is beyond doubt.
func (r *reader) meant(member, allowed, value, meant string) string {
	return r.member(Problem{File: descriptorFile, Column: member, Allowed: allowed}, value, meant)
}

func (r *reader) checkMetadata(desc *descriptor) {
	if desc.Schema != schema.Profile {
		r.descriptorProblem("$schema", quoted(desc.Schema), schema.Profile)
	}
	if !isID(desc.Name) {
		desc.Name = r.meant("name", "lower-case words joined by hyphens", desc.Name, plainID(desc.Name))
	}
	if !isName(desc.Title) {
		desc.Title = r.meant("title", "text on one line", desc.Title, plainLine(desc.Title))
	}
	if !isPlain(desc.Version) {
		desc.Version = r.meant("version", "text on one line", desc.Version, plainLine(desc.Version))
	}
	if !isPlain(strings.ReplaceAll(desc.Description, "\n", " ")) {
		r.descriptorProblem("description", quoted(desc.Description), "printable text")
	}
	if len(desc.Headline) > maxHeadline {
		r.descriptorProblem("headline", count(len(desc.Headline), "figure"), fmt.Sprintf("at most %d", maxHeadline))
	}
	for i, l := range desc.Licenses {
		member := fmt.Sprintf("licenses[%d]", i)
		if l.Name+l.Path == "" || !isPlain(l.Name+l.Title) {
			r.descriptorProblem(member, quoted(l.Name), "a licence with a name or a path")
		}
		if l.Path != "" && !isWebAddress(l.Path) && checkPath(l.Path) != nil {
			r.descriptorProblem(member+".path", quoted(l.Path), "a web address, or a path inside the folder")
		}
	}
}

// isWebAddress reports whether s can be handed to a browser. One with a user's
// name is none: it can make another host look like a known one.
func isWebAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && u.User == nil && isPlain(s)
}

// takeEnums lets a dossier's own schema narrow the columns of a vocabulary, as
// older dossiers do; the lists of the descriptor, read later, replace that.
func (r *reader) takeEnums(resource *schema.Resource) {
	t := r.tables[resource.Name]
	if t == nil || resource.Schema == nil {
		return
	}
	for i := range resource.Schema.Fields {
		f := &resource.Schema.Fields[i]
		_, c := t.Column(f.Name)
		if c == nil || c.Words == "" || f.Constraints == nil || f.Constraints.Enum == nil {
			continue
		}
		if c.Words == schema.StatusWords {
			r.statuses = f.Constraints.Enum
		}
		c.Enum, f.Constraints.Enum = f.Constraints.Enum, nil
		if !f.Constraints.Required {
			f.Constraints = nil // the enum was all
		}
	}
}

// statedOf is what a resource says of its file, as far as it can be held against
// it.
func statedOf(resource *schema.Resource) stated {
	s := stated{bytes: -1}
	_ = json.Unmarshal(resource.Hash, &s.hash) // anything else states nothing
	if json.Unmarshal(resource.Bytes, &s.bytes) != nil {
		s.bytes = -1
	}
	return s
}

// checkResources holds the resources against the format: each there, once, no
// other, and with the same schema, so that a dossier cannot loosen its own.
func (r *reader) checkResources(resources []schema.Resource) {
	wanted := schema.Resources()
	missing := make(map[string]*schema.Resource, len(wanted))
	names := make([]string, len(wanted))
	for i := range wanted {
		missing[wanted[i].Name] = &wanted[i]
		names[i] = wanted[i].Name
	}
	for i := range resources {
		member, got := fmt.Sprintf("resources[%d]", i), &resources[i]
		want := missing[got.Name]
		if want == nil {
			r.descriptorProblem(member+".name", quoted(got.Name), "each of these once: "+strings.Join(names, ", "))
			continue
		}
		delete(missing, got.Name)
		r.paths[got.Name] = got.Path
		if err := checkPath(got.Path); err != nil {
			r.paths[got.Name] = r.member(Problem{
				File: descriptorFile, Column: member + ".path", Found: err.Error() + ", " + quoted(got.Path), Allowed: "a path of a file inside the folder, like " + want.Path,
			}, "", pathMeant(r.fsys, got.Path))
		}
		r.stated[r.paths[got.Name]] = statedOf(got)
		r.takeEnums(got)
		for _, diff := range schema.Compare(got, want) {
			r.descriptorProblem(member+"."+diff.Member, diff.Found, diff.Allowed)
		}
	}
	for _, name := range names {
		if t := r.tables[name]; missing[name] != nil && t != nil && t.Optional {
			r.paths[name] = ""
		} else if missing[name] != nil {
			r.descriptorProblem("resources", "no resource "+name, "each of these once: "+strings.Join(names, ", "))
			r.paths[name] = ""
		}
	}
}
