package views

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"text/template"
	"text/template/parse"

	"fyne.io/fyne/v2/lang"

	"beltroad/assets"
	"beltroad/data"
	"beltroad/internal/mapdata"
	"beltroad/internal/plot"
	"beltroad/views/ui"
)

// phrase is what a translation file says for one key.
type phrase struct {
	text   string            // if it has one form
	plural map[string]string // "one" and "other", if it depends on a number
}

func (p phrase) forms() []string {
	if p.plural == nil {
		return []string{p.text}
	}
	return slices.Collect(maps.Values(p.plural))
}

// english reads the English file; a key that stands there twice is an error.
func english(t testing.TB) map[string]phrase {
	t.Helper()
	file, err := assets.Translations.ReadFile("translations/en.json")
	if err != nil {
		t.Fatal(err)
	}
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(file, &raw); err != nil {
		t.Fatal(err)
	}
	d := json.NewDecoder(bytes.NewReader(file))
	seen := map[string]bool{}
	for depth, isKey := 0, false; ; {
		tok, err := d.Token()
		if err != nil {
			break
		}
		switch v := tok.(type) {
		case json.Delim:
			if v == '{' {
				depth++
			} else {
				depth--
			}
			isKey = depth == 1
		case string:
			if depth == 1 && isKey {
				if seen[v] {
					t.Errorf("en.json has %q twice", v)
				}
				seen[v] = true
			}
			isKey = depth == 1 && !isKey
		}
	}
	if len(seen) != len(raw) {
		t.Fatalf("read %d keys of %d", len(seen), len(raw))
	}
	all := map[string]phrase{}
	for key, value := range raw {
		var p phrase
		if json.Unmarshal(value, &p.text) != nil {
			if err := json.Unmarshal(value, &p.plural); err != nil {
				t.Errorf("en.json: %q is neither a text nor one with forms: %v", key, err)
			}
		}
		all[key] = p
	}
	return all
}

// allowed are the ends of keys that the code puts together, by their beginnings.
func allowed(t *testing.T) map[string][]string {
	t.Helper()
	var months []string
	for m := range 12 {
		months = append(months, strconv.Itoa(m+1))
	}
	claims := union(enum(t, "figures", "claim"), enum(t, "statements", "claim"))
	var columns []string
	for c := range plot.English().Columns {
		columns = append(columns, string(c))
	}
	return map[string][]string{
		"chart.column.": columns,
		"chart.legend.": slices.DeleteFunc(enum(t, "figures", "comparator"), func(c string) bool { return c == string(data.Rank) }), // no bar
		"chart.words.":  sentences(),
		"claim.":        claims,
		"claim.long.":   claims,
		"comparator.":   enum(t, "figures", "comparator"),
		"kind.":         enum(t, "projects", "kind"),
		"placekind.":    enum(t, "places", "kind"),
		"map.layer.":    layerNames(),
		"menu.scheme.":  {string(ui.System), string(ui.Light), string(ui.Dark)},
		"month.":        months,
		"role.":         enum(t, "project_places", "role"),
		"section.":      enum(t, "paragraphs", "section"),
		"status.":       enum(t, "projects", "status"),
		"unit.":         enum(t, "figures", "unit"),
	}
}

// sentences are the fields of the words of charts, each of which is a key;
// "not stated" has one that all pages share.
func sentences() []string {
	var names []string
	for f := range reflect.TypeFor[plot.Words]().Fields() {
		if f.Type.Kind() == reflect.String && f.Name != "NotStated" {
			names = append(names, f.Name)
		}
	}
	return names
}

func union(a, b []string) []string {
	return slices.Compact(slices.Sorted(slices.Values(append(a, b...))))
}

// enum is what the dossier format allows in a column.
func enum(t *testing.T, table, column string) []string {
	t.Helper()
	file, err := fs.ReadFile(data.Builtin(), "datapackage.json")
	if err != nil {
		t.Fatal(err)
	}
	var pack struct {
		Resources []struct {
			Name   string
			Schema struct {
				Fields []struct {
					Name        string
					Constraints struct{ Enum []string }
				}
			}
		}
	}
	if err := json.Unmarshal(file, &pack); err != nil {
		t.Fatal(err)
	}
	for _, r := range pack.Resources {
		for _, f := range r.Schema.Fields {
			if r.Name == table && f.Name == column && len(f.Constraints.Enum) > 0 {
				return f.Constraints.Enum
			}
		}
	}
	t.Fatalf("datapackage.json lists no values for %s.%s", table, column)
	return nil
}

func layerNames() []string {
	var names []string
	for _, l := range mapdata.Layers() {
		names = append(names, l.Name())
	}
	return names
}

func TestEveryKeyIsDefined(t *testing.T) {
	words, ends, code := english(t), allowed(t), usedKeys(t)
	for key, uses := range code.keys {
		if _, ok := words[key]; !ok {
			t.Errorf("%s asks for %q, which en.json does not define", uses[0].where, key)
		}
	}
	for start, uses := range code.starts {
		if ends[start] == nil {
			t.Errorf("%s puts a key together from %q: tell this test what it can end with", uses[0].where, start)
		}
		for _, end := range ends[start] {
			if _, ok := words[start+end]; !ok {
				t.Errorf("%s may ask for %q, which en.json does not define", uses[0].where, start+end)
			}
		}
	}
}

func TestEveryDefinedKeyIsUsed(t *testing.T) {
	words, ends, code := english(t), allowed(t), usedKeys(t)
	for start := range ends {
		if code.starts[start] == nil {
			t.Errorf("no code puts a key together from %q any more", start)
		}
	}
	for key := range words {
		used := code.keys[key] != nil
		for start := range code.starts {
			end, ok := strings.CutPrefix(key, start)
			used = used || ok && slices.Contains(ends[start], end)
		}
		if !used {
			t.Errorf("en.json defines %q, which no code asks for", key)
		}
	}
}

// A form that depends on a number needs both forms and a number to choose by.
func TestFormsFitTheirUse(t *testing.T) {
	words, code := english(t), usedKeys(t)
	for key, uses := range code.keys {
		p, ok := words[key]
		if !ok {
			continue // said by another test
		}
		for _, u := range uses {
			switch {
			case u.counted && p.plural == nil:
				t.Errorf("%s counts with %q, but en.json has no forms for it", u.where, key)
			case !u.counted && p.plural != nil:
				t.Errorf("%s gives no number to %q, but en.json has forms for it", u.where, key)
			}
		}
		if p.plural != nil && (p.plural["one"] == "" || p.plural["other"] == "" || len(p.plural) != 2) {
			t.Errorf("%q has the forms %v, want one and other", key, p.plural)
		}
	}
}

func TestTemplatesGetWhatTheyShow(t *testing.T) {
	words, ends, code := english(t), allowed(t), usedKeys(t)
	uses := maps.Clone(code.keys)
	for start, of := range code.starts {
		for _, end := range ends[start] {
			uses[start+end] = append(uses[start+end], of...)
		}
	}
	templates := 0
	for key, p := range words {
		for _, form := range p.forms() {
			tree, err := template.New(key).Parse(form)
			if err != nil {
				t.Errorf("%q does not parse: %v", key, err)
				continue
			}
			for _, name := range fields(tree.Root) {
				templates++
				for _, u := range uses[key] {
					if !slices.Contains(u.supplied, name) {
						t.Errorf("%q shows {{.%s}}, but %s supplies %q", key, name, u.where, u.supplied)
					}
				}
			}
		}
	}
	if templates < 10 {
		t.Errorf("only %d fields in all templates: this test looks in the wrong place", templates)
	}
}

// fields are the names that a template takes from its data.
func fields(n parse.Node) []string {
	switch n := n.(type) {
	case *parse.ListNode:
		var all []string
		for _, c := range n.Nodes {
			all = append(all, fields(c)...)
		}
		return all
	case *parse.ActionNode:
		return fields(n.Pipe)
	case *parse.PipeNode:
		var all []string
		for _, c := range n.Cmds {
			for _, a := range c.Args {
				all = append(all, fields(a)...)
			}
		}
		return all
	case *parse.FieldNode:
		return []string{strings.Join(n.Ident, ".")}
	default:
		return nil
	}
}

// What Fyne makes of the file in the end: each key gives words, never itself.
func TestFyneKnowsEveryKey(t *testing.T) {
	lookingAt(t, Look{Scheme: ui.Light, TextScale: 1})
	names := map[string]any{}
	for key, p := range english(t) {
		for _, form := range p.forms() {
			if tree, err := template.New(key).Parse(form); err == nil {
				for _, f := range fields(tree.Root) {
					names[f] = "here"
				}
			}
		}
	}
	for key, p := range english(t) {
		got := lang.L(key, names)
		if p.plural != nil {
			got = lang.N(key, 2, names)
			if one := lang.N(key, 1, names); one == got {
				t.Errorf("%q has one form: %q", key, one)
			}
		}
		if got == key || got == "" || strings.Contains(got, "<no value>") || strings.Contains(got, "{{") {
			t.Errorf("%q is shown as %q", key, got)
		}
	}
}

// use is a place in the code that asks for the words of a key.
type use struct {
	where    string
	counted  bool     // asks for the form of a number
	supplied []string // names that templates can show
}

// used are all keys that the code asks for.
type used struct {
	keys   map[string][]use // whole keys
	starts map[string][]use // beginnings of keys that the code puts together
}

// usedKeys finds the keys in the code of the whole module: in the calls of
// Fyne's lang, and in all that leads there, through parameters, variables and fields.
func usedKeys(t *testing.T) used {
	t.Helper()
	m := &module{t: t, files: token.NewFileSet(), packages: map[string]*checked{}, found: used{map[string][]use{}, map[string][]use{}}, followed: map[followed]bool{}}
	if err := filepath.WalkDir("..", func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() && path != ".." && (strings.HasPrefix(e.Name(), ".") || e.Name() == "testdata" || e.Name() == "node_modules" || e.Name() == "script") {
			return filepath.SkipDir
		}
		if e.IsDir() {
			rel, _ := filepath.Rel("..", path)
			_, _ = m.Import(strings.TrimSuffix("beltroad/"+filepath.ToSlash(rel), "/."))
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	for _, p := range m.packages {
		m.each(p, func(n ast.Node) {
			if call, ok := n.(*ast.CallExpr); ok {
				m.lookup(p, call)
			}
		})
	}
	if len(m.found.keys) < 100 {
		t.Fatalf("found %d keys only", len(m.found.keys))
	}
	return m.found
}

// module is the code of the app, with types as far as they are its own.
type module struct {
	t        *testing.T
	files    *token.FileSet
	packages map[string]*checked
	found    used
	followed map[followed]bool
}

type checked struct {
	pkg   *types.Package
	info  *types.Info
	files []*ast.File
}

// followed is a variable, parameter or field whose values are keys, for one use of them.
type followed struct {
	object types.Object
	where  string
}

// Import implements [types.Importer] for the module's own packages. What comes
// from elsewhere is left out: its types are of no interest here.
func (m *module) Import(path string) (*types.Package, error) {
	if path != "beltroad" && !strings.HasPrefix(path, "beltroad/") {
		return nil, errors.New("not ours")
	}
	if p, ok := m.packages[path]; ok {
		return p.pkg, nil
	}
	dir := filepath.Join("..", strings.TrimPrefix(strings.TrimPrefix(path, "beltroad"), "/"))
	names, _ := filepath.Glob(filepath.Join(dir, "*.go"))
	p := &checked{info: &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{}}}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(m.files, name, nil, parser.SkipObjectResolution)
		if err != nil {
			m.t.Fatal(err)
		}
		p.files = append(p.files, f)
	}
	if len(p.files) == 0 {
		return nil, errors.New("no Go")
	}
	m.packages[path] = p
	// Types from elsewhere are missing, so there are errors, and no matter.
	c := types.Config{Importer: m, Error: func(error) {}}
	p.pkg, _ = c.Check(path, m.files, p.files, p.info)
	return p.pkg, nil
}

func (m *module) each(p *checked, visit func(ast.Node)) {
	for _, f := range p.files {
		ast.Inspect(f, func(n ast.Node) bool {
			visit(n)
			return true
		})
	}
}

// lookup takes up a call if it asks Fyne for words.
func (m *module) lookup(p *checked, call *ast.CallExpr) {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return
	}
	from, ok := sel.X.(*ast.Ident)
	if !ok {
		return
	}
	name, ok := p.info.Uses[from].(*types.PkgName)
	if !ok || name.Imported().Path() != "fyne.io/fyne/v2/lang" {
		return
	}
	u := use{where: m.at(call)}
	switch sel.Sel.Name {
	case "L", "Localize", "X", "LocalizeKey":
	case "N", "LocalizePlural", "XN", "LocalizePluralKey":
		u.counted = true
	default:
		return // languages and the like
	}
	for _, a := range call.Args[1:] {
		u.supplied = append(u.supplied, m.names(p, a)...)
	}
	m.value(p, call.Args[0], u)
}

func (m *module) at(n ast.Node) string {
	return strings.TrimPrefix(m.files.Position(n.Pos()).String(), "../")
}

// names are the keys of a map, written there or before.
func (m *module) names(p *checked, e ast.Expr) []string {
	switch e := e.(type) {
	case *ast.CompositeLit:
		var all []string
		for _, el := range e.Elts {
			if kv, ok := el.(*ast.KeyValueExpr); ok {
				if k, ok := m.constant(p, kv.Key); ok {
					all = append(all, k)
				}
			}
		}
		return all
	case *ast.Ident:
		var all []string
		m.assigned(p, p.info.Uses[e], func(v ast.Expr) { all = append(all, m.names(p, v)...) })
		return all
	default:
		return nil
	}
}

func (m *module) constant(p *checked, e ast.Expr) (string, bool) {
	if b, ok := e.(*ast.BasicLit); ok && b.Kind == token.STRING {
		s, err := strconv.Unquote(b.Value)
		return s, err == nil
	}
	if v := p.info.Types[e].Value; v != nil && v.Kind() == constant.String {
		return constant.StringVal(v), true
	}
	return "", false
}

// value takes up an expression whose value is a key.
func (m *module) value(p *checked, e ast.Expr, u use) {
	if s, ok := m.constant(p, e); ok {
		if s != "" {
			m.found.keys[s] = append(m.found.keys[s], u)
		}
		return
	}
	switch e := e.(type) {
	case *ast.ParenExpr:
		m.value(p, e.X, u)
		return
	case *ast.BinaryExpr:
		if s, ok := m.constant(p, e.X); ok && e.Op == token.ADD {
			m.found.starts[s] = append(m.found.starts[s], u)
			return
		}
	case *ast.CallExpr:
		if sel, ok := e.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "Sprintf" {
			if s, ok := m.constant(p, e.Args[0]); ok {
				start, _, _ := strings.Cut(s, "%")
				m.found.starts[start] = append(m.found.starts[start], u)
				return
			}
		}
	case *ast.Ident:
		if m.follow(p.info.Uses[e], u) {
			return
		}
	case *ast.SelectorExpr:
		if m.follow(p.info.Uses[e.Sel], u) {
			return
		}
	}
	m.t.Errorf("%s: cannot tell which key reaches %s", m.at(e), u.where)
}

// follow takes up everything that a variable, parameter or field can hold.
func (m *module) follow(o types.Object, u use) bool {
	v, ok := o.(*types.Var)
	if !ok {
		return false
	}
	if m.followed[followed{v, u.where}] {
		return true
	}
	m.followed[followed{v, u.where}] = true
	n := 0
	for _, p := range m.packages {
		take := func(e ast.Expr) { n++; m.value(p, e, u) }
		m.assigned(p, v, take)
		m.passed(p, v, take)
		m.built(p, v, take)
	}
	if n == 0 {
		m.t.Errorf("%s: nothing ever gives a key to %s", u.where, v.Name())
	}
	return true
}

// assigned yields what is assigned to a variable or field.
func (m *module) assigned(p *checked, v types.Object, yield func(ast.Expr)) {
	m.each(p, func(n ast.Node) {
		a, ok := n.(*ast.AssignStmt)
		if !ok || len(a.Lhs) != len(a.Rhs) {
			return
		}
		for i, to := range a.Lhs {
			var id *ast.Ident
			switch to := to.(type) {
			case *ast.Ident:
				id = to
			case *ast.SelectorExpr:
				id = to.Sel
			default:
				continue
			}
			if p.info.Defs[id] == v || p.info.Uses[id] == v {
				yield(a.Rhs[i])
			}
		}
	})
}

// passed yields what calls give to a parameter.
func (m *module) passed(p *checked, v types.Object, yield func(ast.Expr)) {
	m.each(p, func(n ast.Node) {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return
		}
		var name *ast.Ident
		switch f := call.Fun.(type) {
		case *ast.Ident:
			name = f
		case *ast.SelectorExpr:
			name = f.Sel
		default:
			return
		}
		o := p.info.Uses[name]
		if o == nil {
			return
		}
		sig, ok := o.Type().(*types.Signature)
		if !ok {
			return
		}
		for i := range sig.Params().Len() {
			if sig.Params().At(i) == v && i < len(call.Args) {
				yield(call.Args[i])
			}
		}
	})
}

// built yields what literals of a struct put into a field.
func (m *module) built(p *checked, v *types.Var, yield func(ast.Expr)) {
	if !v.IsField() {
		return
	}
	m.each(p, func(n ast.Node) {
		lit, ok := n.(*ast.CompositeLit)
		if !ok || p.info.Types[lit].Type == nil {
			return
		}
		of, ok := p.info.Types[lit].Type.Underlying().(*types.Struct)
		if !ok {
			return
		}
		for i, el := range lit.Elts {
			if kv, ok := el.(*ast.KeyValueExpr); ok {
				if id, ok := kv.Key.(*ast.Ident); ok && p.info.Uses[id] == v {
					yield(kv.Value)
				}
			} else if i < of.NumFields() && of.Field(i) == v {
				yield(el)
			}
		}
	})
}

// The finder of keys has to see through what the code does with them.
func TestUsedKeysSeesThrough(t *testing.T) {
	code := usedKeys(t)
	for _, key := range []string{"menu.file", "menu.quit", "nav.read", "keys.arrows", "count.figures", "period.to", "status.none", "app.line"} {
		if code.keys[key] == nil {
			t.Errorf("did not find %q", key)
		}
	}
	for _, start := range []string{"menu.scheme.", "month.", "claim.long."} {
		if code.starts[start] == nil {
			t.Errorf("did not find keys that start with %q", start)
		}
	}
	if got := fmt.Sprint(code.keys["period.to"][0].supplied); !strings.Contains(got, "To") {
		t.Errorf("period.to is supplied with %s", got)
	}
}
