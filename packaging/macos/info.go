package main

import "github.com/micromdm/plist"

// The program within the bundle, its icon, and the oldest macOS that Go's
// programs run on.
const (
	executable = "beltroad"
	iconFile   = "icon.icns"
	oldest     = "12.0"
)

// info is the app's Info.plist.
type info struct {
	DevelopmentRegion  string   `plist:"CFBundleDevelopmentRegion"`
	DisplayName        string   `plist:"CFBundleDisplayName"`
	Executable         string   `plist:"CFBundleExecutable"`
	IconFile           string   `plist:"CFBundleIconFile"`
	Identifier         string   `plist:"CFBundleIdentifier"`
	InfoVersion        string   `plist:"CFBundleInfoDictionaryVersion"`
	Name               string   `plist:"CFBundleName"`
	PackageType        string   `plist:"CFBundlePackageType"`
	ShortVersion       string   `plist:"CFBundleShortVersionString"`
	SupportedPlatforms []string `plist:"CFBundleSupportedPlatforms"`
	Version            string   `plist:"CFBundleVersion"`
	Category           string   `plist:"LSApplicationCategoryType"`
	MinimumSystem      string   `plist:"LSMinimumSystemVersion"`
	HighResolution     bool     `plist:"NSHighResolutionCapable"`
	Copyright          string   `plist:"NSHumanReadableCopyright"`
	GraphicsSwitching  bool     `plist:"NSSupportsAutomaticGraphicsSwitching"`

	Documents []document `plist:"CFBundleDocumentTypes"`
	Types     []fileType `plist:"UTExportedTypeDeclarations"`
}

// document is a kind of file that a double click opens in the app.
type document struct {
	Name  string   `plist:"CFBundleTypeName"`
	Role  string   `plist:"CFBundleTypeRole"`
	Rank  string   `plist:"LSHandlerRank"`
	Types []string `plist:"LSItemContentTypes"`
}

// fileType is a type of files, known by the end of their names: macOS looks at the last one alone.
type fileType struct {
	ID       string              `plist:"UTTypeIdentifier"`
	Name     string              `plist:"UTTypeDescription"`
	Conforms []string            `plist:"UTTypeConformsTo"`
	Tags     map[string][]string `plist:"UTTypeTagSpecification"`
}

// of is a type of files that is the app's own.
func (i *info) of(name, id, end, mime, like string) {
	i.Documents = append(i.Documents, document{name, "Editor", "Owner", []string{id}})
	i.Types = append(i.Types, fileType{id, name, []string{like}, map[string][]string{"public.filename-extension": {end}, "public.mime-type": {mime}}})
}

func infoOf(name, id, version, build string) info {
	i := info{
		DevelopmentRegion: "en", DisplayName: name, Executable: executable, IconFile: iconFile, Identifier: id, InfoVersion: "6.0",
		Name: name, PackageType: "APPL", ShortVersion: version, SupportedPlatforms: []string{"MacOSX"}, Version: build,
		Category: "public.app-category.education", MinimumSystem: oldest, HighResolution: true,
		Copyright: "BSD 3-Clause Licence", GraphicsSwitching: true,
	}
	i.of("Lesson", "org.beltroad.lesson", "lesson", "application/vnd.beltroad.lesson+json", "public.json")
	i.of("Dossier", "org.beltroad.dossier", "dossier", "application/vnd.beltroad.dossier+zip", "public.zip-archive")
	return i
}

func (i *info) encoded() ([]byte, error) { return plist.MarshalIndent(*i, "\t") }
