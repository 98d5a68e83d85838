package data

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"beltroad/data/internal/schema"
)

// The committed descriptors are the generated ones: go generate ./data.
func TestDescriptorsAreGenerated(t *testing.T) {
	for _, folder := range []string{"beltroad", "fixture/harbour"} {
		got, err := fs.ReadFile(os.DirFS(folder), descriptorFile)
		if err != nil {
			t.Fatal(err)
		}
		want, err := schema.Describe(got)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != string(want) {
			t.Errorf("%s/datapackage.json is out of date: run go generate ./data", folder)
		}
	}
}

// The short cut of Open rests on this: the built-in resources are the format.
func TestBuiltinResources(t *testing.T) {
	b, err := files.ReadFile("beltroad/" + descriptorFile)
	if err != nil {
		t.Fatal(err)
	}
	var own struct{ Resources []schema.Resource }
	if err := json.Unmarshal(b, &own); err != nil {
		t.Fatal(err)
	}
	if want := schema.Resources(); !reflect.DeepEqual(own.Resources, want) {
		t.Errorf("got  %+v\nwant %+v", own.Resources, want)
	}
	head, same := withoutResources(b)
	if !same || !json.Valid(head) || bytes.Contains(head, []byte(`"schema"`)) {
		t.Errorf("cut short (%t): %s", same, head)
	}
	if d := goodDescriptor(); !json.Valid([]byte(d)) {
		t.Errorf("the descriptor is no JSON: %s", d)
	}
}

// Neither a second member of the name, nor one in disguise, slips by the short cut.
func TestSecondResources(t *testing.T) {
	for _, name := range []string{"resources", `\u0072esources`, "Resources"} {
		twice := strings.Replace(goodDescriptor(), "{", `{"`+name+`": [],`, 1)
		files := goodFiles()
		files[descriptorFile] = twice
		if _, err := Open(mapFS(files)); err == nil {
			t.Errorf("a descriptor with the members resources and %s is opened", name)
		}
	}
}

// A descriptor that is laid out in another way takes the long way round.
func TestOpenCompactDescriptor(t *testing.T) {
	var v any
	if err := json.Unmarshal([]byte(goodDescriptor()), &v); err != nil {
		t.Fatal(err)
	}
	compact, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	d := mustOpen(t, mapFS(with(map[string]string{descriptorFile: string(compact)})))
	if got := d.Metadata().Name; got != "small" {
		t.Errorf("Name = %q", got)
	}
}

// The enums of the format are the constants of the model.
func TestEnums(t *testing.T) {
	tests := []struct {
		table, column string
		want          []string
	}{
		{schema.Figures, "claim", []string{string(Reported), string(Estimate), string(Commitment), string(Opinion)}},
		{schema.Statements, "claim", []string{string(Reported), string(Estimate), string(Commitment), string(Opinion)}},
		{schema.Figures, "comparator", []string{string(Exact), string(Over), string(Under), string(About), string(Range), string(Order), string(Rank)}},
	}
	tables := schema.Tables()
	for _, test := range tests {
		i := slices.IndexFunc(tables, func(t schema.Table) bool { return t.Name == test.table })
		if _, c := tables[i].Column(test.column); !slices.Equal(c.Enum, test.want) {
			t.Errorf("%s.%s: %q, want %q", test.table, test.column, c.Enum, test.want)
		}
	}
}

// What the descriptor says about cells, and what Open takes, are the same.
func TestPatterns(t *testing.T) {
	tests := []struct {
		pattern string
		takes   func(string) bool
		cells   []string
	}{
		{schema.IDPattern, isID, []string{"", "a", "a-b", "a1-2", "-a", "a-", "a--b", "A", "a_b", "a b", "é", "7"}},
		{schema.CountryPattern, IsCountry, []string{"CHN", "LAO", "chn", "CN", "CHNA", "156", ""}},
		{
			schema.DatePattern, func(s string) bool { _, err := ParseDate(s); return err == nil },
			[]string{"2013", "2021-12", "2023-10-17", "2023-13", "2023-00", "2023-1", "20230101", "2023-10-32", ""},
		},
	}
	for _, test := range tests {
		for _, cell := range test.cells {
			if matches := regexp.MustCompile(test.pattern).MatchString(cell); matches != test.takes(cell) {
				t.Errorf("%q: pattern %s says %v, the reader %v", cell, test.pattern, matches, !matches)
			}
		}
	}
}

// There are 249 codes, neither more nor less.
func TestCountries(t *testing.T) {
	n := 0
	code := []byte("AAA")
	for i := range 26 * 26 * 26 {
		code[0], code[1], code[2] = 'A'+byte(i/676), 'A'+byte(i/26%26), 'A'+byte(i%26)
		if IsCountry(string(code)) {
			n++
		}
	}
	if n != 249 {
		t.Errorf("%d countries, want 249", n)
	}
}

func TestDescribeKeepsMetadata(t *testing.T) {
	got, err := schema.Describe([]byte(`{"name": "x\\\"[{y", "resources": [1], "custom": {"a": ["b, c: \"d\"", 1.50]}}`))
	if err != nil {
		t.Fatal(err)
	}
	want := "{\n  \"name\": \"x\\\\\\\"[{y\",\n  \"custom\": {\n    \"a\": [\n      \"b, c: \\\"d\\\"\",\n      1.50\n    ]\n  },\n  \"resources\": [\n"
	if len(got) < len(want) || string(got[:len(want)]) != want {
		t.Errorf("got %s, want %s", got[:min(len(got), len(want))], want)
	}
	for _, bad := range []string{"", "[]", "{", `{"a"}`, `{"a": }`, "null"} {
		if got, err := schema.Describe([]byte(bad)); err == nil {
			t.Errorf("Describe(%q) = %s", bad, got)
		}
	}
}
