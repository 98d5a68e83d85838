package cite

import (
	"encoding/json"
	"strings"
	"testing"

	"beltroad/data"
)

func TestCSLKeepsTheItem(t *testing.T) {
	src := article()
	src.Raw = json.RawMessage(`{"id": "a", "custom": {"n": 12345678901234567890}, "title": "<&>", "note": "old"}`)
	src.Note = "old"
	got := CSL(src, Words{}, 15)
	for _, want := range []string{`"n": 12345678901234567890`, `"title": "<&>"`, `"note": "¶15\nold"`} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is not in\n%s", want, got)
		}
	}
	if got := CSL(src, Words{}); !strings.Contains(got, `"note": "old"`) {
		t.Errorf("the note has changed in\n%s", got)
	}
}

func TestCSLOfMadeSource(t *testing.T) {
	const want = `[
  {
    "accessed": {
      "date-parts": [
        [
          2024,
          3
        ]
      ]
    },
    "author": [
      {
        "family": "Zheng",
        "given": "Shanjie"
      },
      {
        "literal": "GeoNames"
      }
    ],
    "id": "zheng2023",
    "issued": {
      "date-parts": [
        [
          2023
        ]
      ]
    },
    "title": "共建 <A>",
    "type": "document"
  }
]
`
	src := data.Source{
		Title:  "共建 <A>",
		Author: []data.Name{{Family: "Zheng", Given: "Shanjie"}, {Literal: "GeoNames"}},
		Issued: data.Date{Year: 2023}, Accessed: data.Date{Year: 2024, Month: 3},
	}
	if got := CSL(src, Words{}); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestCSLOfBrokenRaw(t *testing.T) {
	for _, raw := range []string{"", "null", "[]", "{"} {
		src := article()
		src.Raw = json.RawMessage(raw)
		if got := CSL(src, Words{}, 15); !strings.Contains(got, `"title": "Boosting High-Quality Cooperation"`) {
			t.Errorf("Raw %q gives\n%s", raw, got)
		}
	}
}
