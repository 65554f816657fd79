#include <cstdlib>
#include <exception>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

void ingest(const std::string& f);
bool verify(const std::string& f);

class Batch {
public:
    void add(const std::string& f) { ts_.emplace_back(ingest, f); }
    void finish() {
        for (auto& t : ts_) t.join();
        ts_.clear();
    }
private:
    std::vector<std::thread> ts_; // EXPECT: unjoined-thread
};

int main(int argc, char** argv) {
    Batch b;
    for (int i = 1; i < argc; ++i) {
        if (!verify(argv[i])) std::_Exit(3);
        b.add(argv[i]);
    }
    b.finish();
    return EXIT_SUCCESS;
}
