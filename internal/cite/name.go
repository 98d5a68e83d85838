package cite

import (
	"encoding/json"
	"strings"

	"beltroad/data"
)

// authors are the authors in the order of a bibliography, family name first. A
// comma shows where a name was turned round, and is absent from names that are
// never turned, like Zheng Shanjie.
func authors(src data.Source) string {
	fixed := fixedOrder(src)
	names := make([]string, len(src.Author))
	for i, n := range src.Author {
		separator := ", "
		if i < len(fixed) && fixed[i] {
			separator = " "
		}
		names[i] = n.Literal
		if n.Literal == "" {
			names[i] = listed(separator, n.Family, n.Given)
		}
	}
	return strings.Join(names, "; ")
}

// fixedOrder tells which authors carry their family name first at all times.
// CSL-JSON has a member for it, which pandoc obeys too.
func fixedOrder(src data.Source) []bool {
	var item struct {
		Author []struct {
			Fixed any `json:"static-ordering"` // a boolean, though CSL allows strings and numbers
		} `json:"author"`
	}
	if json.Unmarshal(src.Raw, &item) != nil {
		return nil // Raw may be absent; a Source that was read has a valid one
	}
	fixed := make([]bool, len(item.Author))
	for i, a := range item.Author {
		fixed[i] = a.Fixed == true
	}
	return fixed
}
