.DEFAULT_GOAL := help
.PHONY: help demo check fast format

help: ## print these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## start the embedded cloud and upgrade a fleet on it
	mvn -q -Pdemo

check: ## build and test everything, as a release must
	mvn verify

fast: ## compile everything, with all compiler checks and no tests
	mvn -q -T1C verify -DskipTests

format: ## format all Java
	mvn -q spotless:apply
