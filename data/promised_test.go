package data

import (
	"reflect"
	"strings"
	"testing"
)

const promised = "id,parent,section,pillar,claim,text,paragraph,done_when,deadline,amount,names\n" +
	"results,,I,,reported,Results.,1,,,,\n" +
	"tasks,,III,,commitment,Tasks.,4,,,,\n" +
	"task-line,tasks,III,rail,commitment,Build the line.,4,the line is open,by 2030,EUR 2 billion,North Line; Boten\n" +
	"task-more,tasks,III,,commitment,Do more.,4,,,,\n"

// A commitment has what the source says of it; the rest is not stated.
func TestPromised(t *testing.T) {
	d := mustOpen(t, mapFS(with(map[string]string{"statements.csv": promised})))
	for id, want := range map[string]Promised{
		"task-line": {DoneWhen: "the line is open", Deadline: "by 2030", Amount: "EUR 2 billion", Names: []string{"North Line", "Boten"}},
		"task-more": {},
	} {
		if s, _ := d.Statement(id); !reflect.DeepEqual(s.Promised, want) {
			t.Errorf("%s: got %+v, want %+v", id, s.Promised, want)
		}
	}
}

// A dossier from before these columns opens, whether or not its descriptor has
// them; so does one that has some.
func TestOpenWithoutOptionalColumns(t *testing.T) {
	descriptor := goodDescriptor()
	old := without(t, descriptor, "done_when", "deadline", "amount", "names")
	some := strings.ReplaceAll(strings.ReplaceAll(promised, ",deadline,amount", ""), ",by 2030,EUR 2 billion", "")
	some = strings.ReplaceAll(some, ",,,,\n", ",,\n")
	for name, files := range map[string]map[string]string{
		"an old dossier":        {descriptorFile: old},
		"an old table":          {descriptorFile: descriptor},
		"an old descriptor":     {descriptorFile: old, "statements.csv": promised},
		"two of the columns":    {descriptorFile: descriptor, "statements.csv": some},
		"two columns, and said": {descriptorFile: without(t, descriptor, "deadline", "amount"), "statements.csv": some},
	} {
		d := mustOpen(t, mapFS(with(files)))
		if s, ok := d.Statement("task-line"); ok && (s.Promised.DoneWhen != "the line is open" || len(s.Promised.Names) != 2) {
			t.Errorf("%s: %+v", name, s.Promised)
		}
	}
}

// Columns that are not optional are missed, with or without the optional ones.
func TestRequiredColumnsAreMissed(t *testing.T) {
	old := without(t, goodDescriptor(), "done_when", "deadline", "amount", "names")
	short := strings.Replace(goodFiles()["statements.csv"], ",paragraph", ",paragaph", 1)
	ps := refused(t, mapFS(with(map[string]string{descriptorFile: old, "statements.csv": short})))
	if len(ps) != 1 || ps[0].Mend != "paragraph" {
		t.Errorf("got:\n%v", ps)
	}
	ps = refused(t, mapFS(with(map[string]string{descriptorFile: without(t, goodDescriptor(), "paragraph")})))
	if !strings.Contains(ps.Error(), "schema.fields") {
		t.Errorf("got:\n%v", ps)
	}
	ps = refused(t, mapFS(with(map[string]string{"statements.csv": strings.Replace(promised, "done_when", "done_wen", 1)})))
	if len(ps) != 1 || ps[0].Mend != "done_when" {
		t.Errorf("got:\n%v", ps)
	}
}

// Only commitments say what would count as done.
func TestOpenRefusesPromisesOfOthers(t *testing.T) {
	for column, row := range map[string]string{
		"done_when": "results,,I,,reported,Results.,1,it is done,,,\n", "deadline": "results,,I,,reported,Results.,1,,by 2030,,\n",
		"amount": "results,,I,,reported,Results.,1,,,EUR 2,\n", "names": "results,,I,,opinion,Results.,1,,,,North Line\n",
	} {
		bad := strings.Replace(promised, "results,,I,,reported,Results.,1,,,,\n", row, 1)
		ps := refused(t, mapFS(with(map[string]string{"statements.csv": bad})))
		if len(ps) != 1 || !strings.HasPrefix(ps[0].String(), "statements.csv row 2, column "+column+": found ") || ps[0].Allowed != "an empty cell, unless claim is commitment" {
			t.Errorf("%s: got:\n%v", column, ps)
		}
	}
}

// without is a descriptor without some columns of the statements.
func without(t *testing.T, descriptor string, columns ...string) string {
	t.Helper()
	for _, c := range columns {
		at := strings.LastIndex(descriptor, `{"name": "`+c+`"`)
		if c == "paragraph" || c == "names" {
			from := strings.Index(descriptor, `"name": "statements"`)
			at = from + strings.Index(descriptor[from:], `{"name": "`+c+`"`)
		}
		if at < 0 {
			t.Fatalf("no column %s", c)
		}
		start := strings.LastIndex(descriptor[:at], ",")
		end := at + strings.Index(descriptor[at:], "\n")
		line := strings.TrimSuffix(descriptor[at:end], ",")
		descriptor = descriptor[:start] + descriptor[at+len(line):]
	}
	return descriptor
}
