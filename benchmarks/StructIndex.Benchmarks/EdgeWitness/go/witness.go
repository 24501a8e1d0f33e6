// Writes what go/types binds each call and construction to, one JSON object a line, as typescript/witness.mjs does. Packages of other
// modules are unknown to it, and so is what they declare; files for other systems are left out.
// Usage: go run . FOLDER
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"go/ast"
	"go/build"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
)

type place struct {
	Path string `json:"path"`
	Line int    `json:"line"`
	Name string `json:"name"`
}

type call struct {
	place
	To *place `json:"to,omitempty"`
}

// witness is the importer of the folder's own packages, and writes what it finds.
type witness struct {
	root    string
	files   *token.FileSet
	library types.Importer
	modules map[string]string
	parsed  map[string][]*ast.File
	checked map[string]*types.Package
	out     *json.Encoder
}

var moduleLine = regexp.MustCompile(`(?m)^module\s+"?([^\s"]+)`)

func main() {
	root, err := filepath.Abs(os.Args[1])
	if err == nil {
		root, err = filepath.EvalSymlinks(root)
	}
	if err != nil {
		panic(err)
	}
	build.Default.CgoEnabled = false
	files := token.NewFileSet()
	buffer := bufio.NewWriter(os.Stdout)
	defer buffer.Flush()
	w := &witness{root, files, importer.ForCompiler(files, "source", nil), map[string]string{}, map[string][]*ast.File{}, map[string]*types.Package{}, json.NewEncoder(buffer)}
	folders := w.read()
	for _, folder := range folders {
		w.write(folder)
	}
}

// read parses all files and gives the folders that have some.
func (w *witness) read() []string {
	folders := []string{}
	err := filepath.WalkDir(w.root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		if entry.IsDir() {
			if path != w.root && (strings.HasPrefix(name, ".") || name == "vendor") {
				return filepath.SkipDir
			}
			return nil
		}
		if name == "go.mod" {
			text, err := os.ReadFile(path)
			if match := moduleLine.FindSubmatch(text); err == nil && match != nil {
				w.modules[string(match[1])] = filepath.Dir(path)
			}
		}
		folder := filepath.Dir(path)
		if fits, err := build.Default.MatchFile(folder, name); !strings.HasSuffix(name, ".go") || err != nil || !fits {
			return nil
		}
		file, err := parser.ParseFile(w.files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil
		}
		if _, known := w.parsed[folder]; !known {
			folders = append(folders, folder)
		}
		w.parsed[folder] = append(w.parsed[folder], file)
		return nil
	})
	if err != nil {
		panic(err)
	}
	sort.Strings(folders)
	return folders
}

// Import gives the standard library and the folder's own packages.
func (w *witness) Import(path string) (*types.Package, error) {
	if first, _, _ := strings.Cut(path, "/"); !strings.Contains(first, ".") && w.modules[first] == "" {
		return w.library.Import(path)
	}
	for module, folder := range w.modules {
		if path != module && !strings.HasPrefix(path, module+"/") {
			continue
		}
		inner := filepath.Join(folder, filepath.FromSlash(strings.TrimPrefix(path, module)))
		own := []*ast.File{}
		for _, file := range w.parsed[inner] {
			if !w.isTest(file) {
				own = append(own, file)
			}
		}
		if len(own) == 0 {
			continue
		}
		if known := w.checked[path]; known != nil {
			return known, nil
		}
		checked := w.check(path, own, nil)
		w.checked[path] = checked
		return checked, nil
	}
	return nil, errors.New("a package of another module: " + path)
}

func (w *witness) check(path string, files []*ast.File, info *types.Info) *types.Package {
	configuration := types.Config{Importer: w, FakeImportC: true, Error: func(error) {}}
	checked, _ := configuration.Check(path, w.files, files, info)
	return checked
}

// write checks the packages of a folder with their tests and writes the calls of each file.
func (w *witness) write(folder string) {
	byName := map[string][]*ast.File{}
	for _, file := range w.parsed[folder] {
		byName[file.Name.Name] = append(byName[file.Name.Name], file)
	}
	path := w.pathOf(folder)
	for name, files := range byName {
		info := &types.Info{Uses: map[*ast.Ident]types.Object{}, Types: map[ast.Expr]types.TypeAndValue{}}
		if strings.HasSuffix(name, "_test") {
			name = path + "_test"
		} else {
			name = path
		}
		w.check(name, files, info)
		for _, file := range files {
			w.encode(map[string]string{"path": w.relative(w.files.Position(file.Pos()).Filename)})
			ast.Inspect(file, func(node ast.Node) bool {
				switch used := node.(type) {
				case *ast.CallExpr:
					w.used(named(used.Fun), info)
				case *ast.CompositeLit:
					w.used(named(used.Type), info)
				}
				return true
			})
		}
	}
}

// used writes a record of a name that is called or constructed.
func (w *witness) used(name *ast.Ident, info *types.Info) {
	if name == nil {
		return
	}
	record := call{place: *w.placeOf(name.Pos(), name.Name)}
	switch object := info.Uses[name].(type) {
	case nil:
		w.encode(record)
	case *types.Func:
		record.To = w.placeOf(object.Pos(), object.Name())
	case *types.TypeName:
		// A conversion is a use of the type as a literal is.
		record.To = w.placeOf(object.Pos(), object.Name())
	case *types.Var:
		// A variable of a package may hold a function and be a unit; any other is no declaration.
		if object.Pkg() != nil && object.Parent() == object.Pkg().Scope() {
			record.To = w.placeOf(object.Pos(), object.Name())
		}
	}
	if record.To != nil {
		w.encode(record)
	}
}

// named gives the name that an expression ends in; nil for none.
func named(called ast.Expr) *ast.Ident {
	switch expression := called.(type) {
	case *ast.Ident:
		return expression
	case *ast.SelectorExpr:
		return expression.Sel
	case *ast.ParenExpr:
		return named(expression.X)
	case *ast.IndexExpr:
		return named(expression.X)
	case *ast.IndexListExpr:
		return named(expression.X)
	}
	return nil
}

// placeOf gives a position in the folder; nil for one outside.
func (w *witness) placeOf(at token.Pos, name string) *place {
	position := w.files.Position(at)
	path := w.relative(position.Filename)
	if path == "" {
		return nil
	}
	return &place{path, position.Line, name}
}

func (w *witness) relative(path string) string {
	relative, err := filepath.Rel(w.root, path)
	if err != nil || strings.HasPrefix(relative, "..") {
		return ""
	}
	return filepath.ToSlash(relative)
}

func (w *witness) pathOf(folder string) string {
	best, bestFolder := "", ""
	for module, root := range w.modules {
		if (folder == root || strings.HasPrefix(folder, root+string(filepath.Separator))) && len(root) > len(bestFolder) {
			best, bestFolder = module, root
		}
	}
	rest, _ := filepath.Rel(bestFolder, folder)
	return strings.TrimSuffix(best+"/"+filepath.ToSlash(rest), "/.")
}

func (w *witness) isTest(file *ast.File) bool {
	return strings.HasSuffix(w.files.Position(file.Pos()).Filename, "_test.go")
}

func (w *witness) encode(record any) {
	if err := w.out.Encode(record); err != nil {
		panic(err)
	}
}
