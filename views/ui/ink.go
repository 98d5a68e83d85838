package ui

import (
	"fmt"
	"image/color"
	"regexp"
	"strings"
	"sync"

	"fyne.io/fyne/v2"
)

var svgFill = regexp.MustCompile(`fill="#[0-9a-fA-F]{3,8}"`)

// inkedIcons are the icons that were inked before, by their names: few icons in few
// colours, each of which Fyne writes anew as XML whenever its content is asked for.
var inkedIcons sync.Map // string to fyne.Resource

// inked is one of Fyne's icons in a colour. Fyne itself colours an icon by the
// app's theme, or by that of the container around it.
func inked(icon fyne.Resource, col color.Color) fyne.Resource {
	n := nrgba(col)
	hex := fmt.Sprintf("%02x%02x%02x", n.R, n.G, n.B)
	name := strings.TrimSuffix(icon.Name(), ".svg") + "-" + hex + ".svg"
	if known, ok := inkedIcons.Load(name); ok {
		return known.(fyne.Resource) //nolint:forcetypeassert // it holds nothing else
	}
	svg := svgFill.ReplaceAll(icon.Content(), []byte(`fill="#`+hex+`"`))
	made := fyne.NewStaticResource(name, svg)
	inkedIcons.Store(name, made)
	return made
}

func nrgba(c color.Color) color.NRGBA {
	n, _ := color.NRGBAModel.Convert(c).(color.NRGBA)
	return n
}
