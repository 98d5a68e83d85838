// Package assets holds the files that are built into the program, and nothing else.
package assets

import "embed"

// IconPNG is the application's icon, 512 pixels square.
//
//go:embed icon/icon.png
var IconPNG []byte

// Translations are the words of the app, a JSON file for each language.
//
//go:embed translations/*.json
var Translations embed.FS

// Serif is a font for reading, of Latin scripts alone: Noto Serif, cut down and
// packed by script/font.
//
//go:embed font/NotoSerif-Regular.ttf.gz
var Serif []byte

// Bold is the font of bold text in Latin scripts: Fyne's own, cut down by script/font.
//
//go:embed font/NotoSans-Bold.ttf
var Bold []byte

// Notices are the licences of what the program is built from, packed.
//
//go:embed notices/THIRD_PARTY_NOTICES.txt.gz
var Notices []byte

//go:generate go run ../script/land land

// The land of the Earth for the map, far and near, see geo.ReadRings. It is made
// from Natural Earth, https://www.naturalearthdata.com, which is in the public domain.
var (
	//go:embed land/coarse.bin
	CoarseLand []byte
	//go:embed land/fine.bin
	FineLand []byte
)
