// Command countries prints the names of countries in a language, by their ISO
// 3166-1 alpha-3 codes, as the member "countries" of a file of messages. They are
// those of Unicode's CLDR. It needs npm.
//
//	go run ./script/countries TAG
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"

	"beltroad/data"
	"beltroad/script/npm"
)

const (
	core  = "cldr-core@48.2.0"
	names = "cldr-localenames-full@48.2.0"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: countries TAG")
	}
	if err := run(os.Args[1]); err != nil {
		log.Fatal(err)
	}
}

func run(tag string) error {
	var codes struct {
		Supplemental struct {
			CodeMappings map[string]struct {
				Alpha3 string `json:"_alpha3"`
			}
		}
	}
	if err := read(core, "supplemental/codeMappings.json", &codes); err != nil {
		return err
	}
	var named struct {
		Main map[string]struct {
			LocaleDisplayNames struct {
				Territories map[string]string
			}
		}
	}
	if err := read(names, "main/"+tag+"/territories.json", &named); err != nil {
		return err
	}
	countries := map[string]string{}
	for code, c := range codes.Supplemental.CodeMappings {
		if data.IsCountry(c.Alpha3) {
			countries[c.Alpha3] = named.Main[tag].LocaleDisplayNames.Territories[code]
		}
	}
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(map[string]any{"countries": countries})
}

// read decodes one JSON file of an npm package.
func read(pack, file string, into any) error {
	files, err := npm.Files(pack)
	if err != nil {
		return err
	}
	b, ok := files["package/"+file]
	if !ok {
		return fmt.Errorf("%s has no file %s", pack, file)
	}
	return json.Unmarshal(b, into)
}
