module conformance

go 1.23

require gopkg.in/validator.v2 v2.0.1

// The one package that the generated code imports; no registry of Go modules is asked for it.
replace gopkg.in/validator.v2 => ./validator
