#include <cstdlib>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

namespace {

struct Options { bool verbose = false; std::vector<std::string> roots; };

Options parse(int argc, char** argv) {
    Options o;
    for (int i = 1; i < argc; ++i) {
        std::string a = argv[i];
        if (a == "-v") o.verbose = true;
        else o.roots.push_back(a);
    }
    return o;
}

void indexTree(const std::string& root) {
    std::cout << "indexing " << root << '\n';
}

void startIndexing(const std::string& root) {
    std::thread(indexTree, root).detach(); // EXPECT: detached-thread
}

} // namespace

int main(int argc, char** argv) {
    const Options o = parse(argc, argv);
    if (o.roots.empty()) {
        std::cerr << "nothing to do\n";
        return EXIT_FAILURE;
    }
    for (const auto& r : o.roots) startIndexing(r);
    if (o.verbose) std::cout << "done\n";
    return EXIT_SUCCESS; // EXPECT: incomplete-work
}
