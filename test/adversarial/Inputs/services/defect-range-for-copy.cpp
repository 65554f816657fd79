#include <future>
#include <string>
#include <vector>
void use(const std::string&);
void copies(const std::vector<std::string>& in) {
    std::vector<std::future<void>> fs;
    for (auto s : in) // EXPECT: destroyed-before-join
        fs.push_back(std::async(std::launch::async, [&s] { use(s); }));
    for (auto& f : fs) f.get();
}
