package ui

import (
	"fmt"
	"image/color"
	"regexp"
	"strings"

	"fyne.io/fyne/v2"
)

var svgFill = regexp.MustCompile(`fill="#[0-9a-fA-F]{3,8}"`)

// inked is one of Fyne's icons in a colour. Fyne itself colours an icon by the
// app's theme, or by that of the container around it.
func inked(icon fyne.Resource, col color.Color) fyne.Resource {
	n := nrgba(col)
	hex := fmt.Sprintf("%02x%02x%02x", n.R, n.G, n.B)
	svg := svgFill.ReplaceAll(icon.Content(), []byte(`fill="#`+hex+`"`))
	return fyne.NewStaticResource(strings.TrimSuffix(icon.Name(), ".svg")+"-"+hex+".svg", svg)
}

func nrgba(c color.Color) color.NRGBA {
	n, _ := color.NRGBAModel.Convert(c).(color.NRGBA)
	return n
}
