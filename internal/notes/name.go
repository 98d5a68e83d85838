package notes

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// fileName is a name for files that every system takes, another one for each
// dossier. Most dossiers have one already.
func fileName(dossier string) string {
	const most = 60
	name := strings.Map(func(r rune) rune {
		if r == '-' || r == '_' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, dossier)
	if name == dossier && len(name) <= most && name != "" {
		return name
	}
	sum := sha256.Sum256([]byte(dossier))
	return name[:min(len(name), most)] + "." + hex.EncodeToString(sum[:8])
}
