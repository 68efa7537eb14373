.DEFAULT_GOAL := help
BENCHMARKS := benchmarks/target/redial-benchmarks.jar
.PHONY: help demo check fast format bench bench-full

help: ## print these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## start the embedded cloud and upgrade a fleet on it
	mvn -q -Pdemo

check: ## build and test everything, as a release must
	mvn verify

fast: ## compile everything, with all compiler checks and no tests
	mvn -q -T1C verify -DskipTests

format: ## format all Java
	mvn -q spotless:apply

bench: ## measure Redial beside other SDKs, in a few minutes: writes docs/performance.md
	mvn -q package -DskipTests
	java -cp $(BENCHMARKS) io.redial.benchmarks.sidebyside.SideBySide bench docs/performance.md

bench-full: ## the same with five rounds and long windows, in about an hour
	mvn -q package -DskipTests
	java -cp $(BENCHMARKS) io.redial.benchmarks.sidebyside.SideBySide bench-full docs/performance.md
